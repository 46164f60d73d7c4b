package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Severity;
import org.spmjava.dsl.source.SourceText;

/**
 * One typedef as it lies on disk.
 *
 * @param name its path below the typedef directory, with {@code /} between its parts
 * @param file where it is
 * @param inside whether it is there, and not behind a link that leads out of the directory
 * @param bytes what is in it; nothing if it is not inside
 */
record Typedef(String name, Path file, boolean inside, byte[] bytes) {

    private static final String LEADS_OUT = "it is a link that leads out of the typedef directory";

    /**
     * @param directory the typedef directory
     * @param real where that really is
     * @param file the typedef
     */
    static Typedef read(Path directory, Path real, Path file) throws IOException {
        boolean inside = file.toRealPath().startsWith(real);
        byte[] bytes = inside ? Files.readAllBytes(file) : new byte[0];
        return new Typedef(TypedefDirectory.name(directory, file), file, inside, bytes);
    }

    /**
     * All that is wrong with it, in source order, and with what it imports out of libraries. What is wrong with other
     * files of the directory is found there.
     *
     * @param librariesAreKnown whether an import that is nowhere is a mistake
     */
    List<Finding> check(Imports imports, boolean librariesAreKnown) {
        return source().map(source -> compile(source, imports, librariesAreKnown))
                .orElseGet(() -> List.of(unusable()));
    }

    private List<Finding> compile(SourceText source, Imports imports, boolean librariesAreKnown) {
        List<Finding> findings = new ArrayList<>();
        for (Diagnostic diagnostic : TypedefCompiler.compile(source, imports).diagnostics()) {
            if (diagnostic.code() == DiagnosticCode.IMPORT_NOT_FOUND && !librariesAreKnown) {
                continue;
            } else if (diagnostic.source() == source) {
                findings.add(Finding.of(file, diagnostic));
            }
            imports.origin(diagnostic.source()).ifPresent(offer -> findings.add(Finding.of(offer, diagnostic)));
        }
        return findings;
    }

    /** Its text, if it can be used. */
    Optional<SourceText> source() {
        return inside ? Utf8.decode(bytes).map(text -> new SourceText(name, text)) : Optional.empty();
    }

    /** Why it cannot be used, if it cannot: a clause. */
    Optional<String> trouble() {
        if (!inside) {
            return Optional.of(LEADS_OUT);
        }
        return Utf8.decode(bytes).isPresent() ? Optional.empty() : Optional.of(Utf8.IT_IS_NOT);
    }

    private Finding unusable() {
        String why = inside
                ? "A typedef is a file of UTF-8 text."
                : "A typedef lies below the typedef directory, on every machine. A link may lead to another file there.";
        String fix = inside ? "Save it in that encoding." : "Put the file itself there.";
        String text = "error: The typedef cannot be read: " + trouble().orElseThrow() + ".\n  why: " + why + "\n  fix: "
                + fix;
        return new Finding(file, 1, 1, Severity.ERROR, text, Optional.empty());
    }
}
