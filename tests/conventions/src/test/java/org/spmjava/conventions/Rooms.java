package org.spmjava.conventions;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** The rooms by their packages, and the compiled classes in them. */
final class Rooms {

    static final String DSL = "org.spmjava.dsl..";
    static final String CODEGEN = "org.spmjava.codegen..";
    static final String PROCESSOR = "org.spmjava.processor..";
    static final String MAVEN_PLUGIN = "org.spmjava.maven..";
    static final String STATE_CHECK = "org.spmjava.statecheck..";
    static final String STATE_GUARD = "org.spmjava.stateguard..";
    static final String API = "org.spmjava.api..";
    static final String CORE = "org.spmjava.core..";
    static final String TESTING = "org.spmjava.testing..";
    static final String MICROMETER = "org.spmjava.micrometer..";
    static final String REPORT = "org.spmjava.report..";
    static final String AERON = "org.spmjava.aeron..";

    /** The rooms of core that run without threads, clocks and I/O. */
    static final String[] PURE_CORE = Stream.of("manager", "tracker", "hub", "spoke", "message")
            .map(name -> "org.spmjava.core." + name + "..")
            .toArray(String[]::new);

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/spmjava/conventions/"))
            .importPackages("org.spmjava");

    private Rooms() {}

    /** Written by ANTLR from the grammar, not by us. */
    static DescribedPredicate<JavaClass> generatedFromTheGrammar() {
        return DescribedPredicate.describe(
                "generated from the grammar",
                candidate -> candidate.getPackageName().equals("org.spmjava.dsl.syntax")
                        && candidate.getName().matches(".*\\.SpmType(Lexer|Parser|Visitor|BaseVisitor)(\\$.*)?"));
    }
}
