package org.spmjava.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may know whom. Every arrow points one way, and the compiler's side never meets the runtime's. */
class DirectionTest {

    private static final String[] COMPILER = {
        Rooms.DSL, Rooms.CODEGEN, Rooms.PROCESSOR, Rooms.MAVEN_PLUGIN, Rooms.STATE_CHECK, Rooms.STATE_GUARD
    };
    private static final String[] RUNTIME = {
        Rooms.API, Rooms.CORE, Rooms.TESTING, Rooms.MICROMETER, Rooms.REPORT, Rooms.AERON
    };
    private static final String OURS = "org.spmjava..";

    /** One class in each room of the compiler that has to: there, types of the runtime are named as text. */
    private static final Set<String> NAMING = Set.of("RuntimeTypes.java", "ApiNames.java", "RuntimeNames.java");

    private static final Pattern RUNTIME_NAME =
            Pattern.compile("\"((?:org\\.spmjava\\.(?:api|core|micrometer|report|aeron)|net\\.openhft)[\\w.]*)\"");

    @Test
    void everyClassLivesInAKnownRoom() {
        classes()
                .should()
                .resideInAnyPackage(COMPILER)
                .orShould()
                .resideInAnyPackage(RUNTIME)
                .because("these rules find a room by its package")
                .check(Rooms.CLASSES);
    }

    @Test
    void theLanguageKnowsNoOtherRoomAndNoneOfItsTools() {
        ownDependencies(Rooms.DSL);
        noClasses()
                .that()
                .resideInAPackage(Rooms.DSL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.palantir..", "javax.annotation..", "javax.lang..", "javax.tools..", "org.apache.maven..")
                .check(Rooms.CLASSES);
    }

    @Test
    void thePhasesOfTheLanguageKnowThoseBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("source")
                .definedBy("org.spmjava.dsl.source..")
                .layer("diagnostic")
                .definedBy("org.spmjava.dsl.diagnostic..")
                .layer("syntax")
                .definedBy("org.spmjava.dsl.syntax..")
                .layer("model")
                .definedBy("org.spmjava.dsl.model..")
                .layer("resolve")
                .definedBy("org.spmjava.dsl.resolve..")
                .layer("check")
                .definedBy("org.spmjava.dsl.check..")
                .layer("format")
                .definedBy("org.spmjava.dsl.format..")
                .layer("door")
                .definedBy("org.spmjava.dsl")
                .whereLayer("door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("format")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("door")
                .whereLayer("resolve")
                .mayOnlyBeAccessedByLayers("door", "check")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("door", "check", "resolve")
                .whereLayer("syntax")
                .mayOnlyBeAccessedByLayers("door", "check", "resolve", "model", "format")
                .whereLayer("diagnostic")
                .mayOnlyBeAccessedByLayers("door", "check", "resolve", "model", "syntax", "format")
                .check(Rooms.CLASSES);
    }

    @Test
    void theCodeGeneratorKnowsTheLanguageOnly() {
        ownDependencies(Rooms.CODEGEN, Rooms.DSL);
    }

    @Test
    void theProcessorKnowsTheCodeGeneratorAndTheLanguageOnly() {
        ownDependencies(Rooms.PROCESSOR, Rooms.CODEGEN, Rooms.DSL);
    }

    @Test
    void theMavenPluginKnowsTheCompilerAndBothThatLookAtClassesOnly() {
        ownDependencies(Rooms.MAVEN_PLUGIN, Rooms.CODEGEN, Rooms.DSL, Rooms.STATE_CHECK, Rooms.STATE_GUARD);
    }

    @Test
    void onlyTheMavenPluginKnowsMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.MAVEN_PLUGIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..")
                .check(Rooms.CLASSES);
    }

    @Test
    void theStateCheckKnowsNoOtherRoom() {
        ownDependencies(Rooms.STATE_CHECK);
    }

    @Test
    void theStateGuardKnowsNoOtherRoom() {
        ownDependencies(Rooms.STATE_GUARD);
    }

    @Test
    void theApiKnowsNoOtherRoom() {
        ownDependencies(Rooms.API);
    }

    @Test
    void coreKnowsTheApiOnly() {
        ownDependencies(Rooms.CORE, Rooms.API);
    }

    @Test
    void theTestKitKnowsCoreAndTheApiOnly() {
        ownDependencies(Rooms.TESTING, Rooms.CORE, Rooms.API);
    }

    /** So that a simulation is the same in every run. */
    @Test
    void theSimulatorKnowsPureCoresOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.spmjava.testing.simulation..")
                .should()
                .dependOnClassesThat(resideInAPackage(Rooms.CORE).and(not(resideInAnyPackage(Rooms.PURE_CORE))))
                .check(Rooms.CLASSES);
    }

    @Test
    void metricsKnowTheApiOnly() {
        ownDependencies(Rooms.MICROMETER, Rooms.API);
    }

    @Test
    void reportsKnowTheApiOnly() {
        ownDependencies(Rooms.REPORT, Rooms.API);
    }

    @Test
    void theAeronTransportKnowsCoreAndTheApiOnly() {
        ownDependencies(Rooms.AERON, Rooms.CORE, Rooms.API);
    }

    @Test
    void onlyTheAeronTransportKnowsAeron() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.AERON)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.aeron..", "org.agrona..")
                .check(Rooms.CLASSES);
    }

    @Test
    void theCompilerAndTheRuntimeNeverMeet() {
        noClasses()
                .that()
                .resideInAnyPackage(COMPILER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUNTIME)
                .check(Rooms.CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMPILER)
                .check(Rooms.CLASSES);
    }

    @Test
    void theCompilerNamesTypesOfTheRuntimeInOneClassARoom() {
        List<Path> others = Repository.javaSources().stream()
                .filter(file -> Repository.slashed(file).matches("(dsl-grammar|processor)/.*src/main/.*"))
                .filter(file -> !NAMING.contains(file.getFileName().toString()))
                .toList();
        assertThat(Repository.linesOf(others, line -> RUNTIME_NAME.matcher(line).find()))
                .as("types of the runtime, named outside " + NAMING)
                .isEmpty();
    }

    @Test
    void everyTypeOfTheRuntimeThatTheProcessorTheStateCheckOrTheStateGuardNamesIsThere() {
        List<Path> naming = Repository.javaSources().stream()
                .filter(file -> file.endsWith("ApiNames.java") || file.endsWith("RuntimeNames.java"))
                .toList();
        assertThat(naming)
                .hasSize(3)
                .allSatisfy(file -> assertThat(RUNTIME_NAME
                                .matcher(Repository.text(file))
                                .results()
                                .map(match -> match.group(1)))
                        .isNotEmpty()
                        .allMatch(Rooms.CLASSES::contain));
    }

    @Test
    void thePackagesOfCoreHaveNoCycle() {
        slices().matching("org.spmjava.core.(*)..").should().beFreeOfCycles().check(Rooms.CLASSES);
    }

    @Test
    void theShellsOfCoreAreUnknownToItsPureRooms() {
        noClasses()
                .that()
                .resideInAnyPackage(Rooms.PURE_CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.spmjava.core.agent..", "org.spmjava.core.process..", "org.spmjava.core.transport..")
                .check(Rooms.CLASSES);
    }

    /** Of our own classes, a room's depend on its own and on those rooms' alone. */
    private static void ownDependencies(String room, String... known) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(OURS).and(not(resideInAPackage(room))).and(not(resideInAnyPackage(known))))
                .allowEmptyShould(true)
                .check(Rooms.CLASSES);
    }
}
