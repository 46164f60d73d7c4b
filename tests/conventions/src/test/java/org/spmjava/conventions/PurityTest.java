package org.spmjava.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pure code gives the same effects for the same events, on every machine and in every run. So it knows a short list of
 * types, and of those only what does not depend on the moment, the thread, the machine or the order of a hash table.
 */
class PurityTest {

    private static final String[] PURE = Stream.concat(Stream.of(Rooms.PURE_CORE), Stream.of(Rooms.DSL, Rooms.CODEGEN))
            .toArray(String[]::new);

    /** In packages that are fine otherwise. */
    private static final Set<String> IMPURE_TYPES = Set.of(
            "java.lang.ClassLoader",
            "java.lang.InheritableThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.Properties",
            "java.util.Random",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.UUID",
            "java.util.WeakHashMap");

    /** Their result depends on the clock, on chance, on the machine's settings, or on other threads. */
    private static final Set<String> IMPURE_METHODS = Set.of(
            "java.lang.Math.random",
            "java.lang.Object.notify",
            "java.lang.Object.notifyAll",
            "java.lang.Object.wait",
            "java.lang.StrictMath.random",
            "java.nio.charset.Charset.defaultCharset",
            "java.util.Collection.parallelStream",
            "java.util.Locale.getDefault",
            "java.util.stream.BaseStream.parallel",
            "java.util.stream.Collectors.toSet",
            "java.util.stream.Collectors.toUnmodifiableMap",
            "java.util.stream.Collectors.toUnmodifiableSet");

    @Test
    void pureCoreKnowsOnlyPlainJavaTheApiAndItself() {
        ArchRule rule = classes()
                .that()
                .resideInAnyPackage(Rooms.PURE_CORE)
                .should()
                .onlyDependOnClassesThat(plainJava()
                        .or(resideInAnyPackage(Rooms.PURE_CORE))
                        .or(resideInAPackage(Rooms.API))
                        .or(named("java.time.Duration", "java.util.zip.CRC32C", "java.util.zip.Checksum"))
                        .or(resideInAnyPackage("java.nio", "java.nio.charset")));
        rule.check(Rooms.CLASSES);
    }

    @Test
    void theLanguageKnowsOnlyPlainJavaItsTwoToolsAndItself() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(Rooms.DSL)
                .and(not(Rooms.generatedFromTheGrammar()))
                .should()
                .onlyDependOnClassesThat(plainJava()
                        .or(resideInAnyPackage(Rooms.DSL, "org.antlr.v4.runtime.."))
                        .or(named("java.time.Duration"))
                        // A writer of strings alone: what goes wrong with a file cannot go wrong here.
                        .or(named(
                                "com.google.gson.stream.JsonWriter",
                                "java.io.IOException",
                                "java.io.StringWriter",
                                "java.io.UncheckedIOException",
                                "java.io.Writer"))
                        .or(resideInAnyPackage("java.math", "java.nio.charset", "java.util.regex")));
        rule.check(Rooms.CLASSES);
    }

    @Test
    void theCodeGeneratorKnowsOnlyPlainJavaTheLanguageAndJavaPoet() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(Rooms.CODEGEN)
                .should()
                .onlyDependOnClassesThat(plainJava()
                        .or(resideInAnyPackage(Rooms.CODEGEN, Rooms.DSL, "com.palantir.javapoet.."))
                        .or(named("java.time.Duration"))
                        .or(named("javax.lang.model.element.Modifier", "javax.annotation.processing.Generated"))
                        .as("that are plain Java, of the language, or of JavaPoet and the words it asks for"));
        rule.check(Rooms.CLASSES);
    }

    @Test
    void pureCodeAsksTheSystemForNothing() {
        accesses(
                        "the system, but to copy an array",
                        access -> access.getTargetOwner().getName().equals("java.lang.System")
                                && !access.getTarget().getName().equals("arraycopy"))
                .check(Rooms.CLASSES);
    }

    @Test
    void pureCodeCallsNothingThatDependsOnTheMomentOrTheMachine() {
        accesses(
                        "what depends on the moment or the machine",
                        access -> Stream.concat(
                                        Stream.of(access.getTargetOwner()),
                                        Stream.concat(
                                                access.getTargetOwner().getAllRawSuperclasses().stream(),
                                                access.getTargetOwner().getAllRawInterfaces().stream()))
                                .map(owner -> owner.getName() + "."
                                        + access.getTarget().getName())
                                .anyMatch(IMPURE_METHODS::contains))
                .check(Rooms.CLASSES);
    }

    @Test
    void pureCodeFoldsCapitalsTheSameWayEverywhere() {
        accesses(
                        "capitals by the machine's locale",
                        access -> access instanceof JavaMethodCall call
                                && call.getTargetOwner().isEquivalentTo(String.class)
                                && Set.of("toLowerCase", "toUpperCase").contains(call.getName())
                                && call.getTarget().getRawParameterTypes().isEmpty())
                .check(Rooms.CLASSES);
    }

    @Test
    void pureCodeCollectsIntoMapsOfAKnownOrder() {
        BiFunction<String, Integer, Boolean> unordered = (name, arguments) ->
                name.equals("toMap") && arguments < 4 || name.equals("groupingBy") && arguments < 3;
        accesses(
                        "maps of no order",
                        access -> access instanceof JavaMethodCall call
                                && call.getTarget().getRawReturnType().isEquivalentTo(Collector.class)
                                && unordered.apply(
                                        call.getName(),
                                        call.getTarget().getRawParameterTypes().size()))
                .check(Rooms.CLASSES);
    }

    @Test
    void pureCodeHasNoLocksAndNoFieldsSharedBetweenThreads() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED)
                .check(Rooms.CLASSES);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PURE)
                .should()
                .haveModifier(JavaModifier.VOLATILE)
                .check(Rooms.CLASSES);
        List<String> locked = Repository.linesOf(
                Repository.javaSources().stream()
                        .filter(file -> Repository.slashed(file)
                                .matches(".*src/main/java/org/spmjava/"
                                        + "(core/(manager|tracker|hub|spoke|message)|dsl|codegen)/.*"))
                        .toList(),
                line -> line.matches("\\s*synchronized\\s*\\(.*"));
        assertThat(locked).isEmpty();
    }

    @Test
    void pureCodeKeepsNoStateInStaticFields() {
        noFields()
                .that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .beDeclaredInClassesThat(resideInAnyPackage(PURE).and(not(Rooms.generatedFromTheGrammar())))
                .allowEmptyShould(true)
                .check(Rooms.CLASSES);
    }

    private static ArchRule accesses(String what, Predicate<JavaAccess<?>> impure) {
        return noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .and(not(Rooms.generatedFromTheGrammar()))
                .should()
                .accessTargetWhere(describe("use " + what, impure::test));
    }

    private static DescribedPredicate<JavaClass> plainJava() {
        return describe(
                "are plain Java",
                candidate -> candidate.isPrimitive()
                        || candidate.isArray()
                        || candidate.isEquivalentTo(Serializable.class)
                        || Set.of(
                                                "java.lang",
                                                "java.lang.annotation",
                                                "java.lang.invoke",
                                                "java.lang.runtime",
                                                "java.util",
                                                "java.util.function",
                                                "java.util.stream")
                                        .contains(candidate.getPackageName())
                                && !IMPURE_TYPES.contains(candidate.getName()));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe(
                "are " + String.join(", ", names), candidate -> Set.of(names).contains(candidate.getName()));
    }
}
