package org.spmjava.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding typedefs, and telling javac what is wrong with them. */
class TypedefsTest {

    /** Uses everything that is generated from {@code Primes.spmtype}. */
    private static final String PRIMES = """
            @TaskManager(
                    typedef = "Primes.spmtype")
            final class Primes {
                private PrimesManager manager;
                private PrimesTask.Module module = PrimesTask.Module.PRIMES;

                @Spoke @Online
                static long taskEval(PrimesTask task) {
                    return task.nMax() - task.nMin();
                }

                static void onStatus(TaskStatus<PrimesTask, Long> status) {}

                static void main(VirtualCloud cloud) throws Exception {
                    PrimesManager manager = PrimesManager.define(cloud, Primes::onStatus);
                    manager.task().label("first").module(PrimesTask.Module.PRIMES)
                            .timeout(Timeout.afterSeconds(10)).nMin(2).nMax(50_000).push();
                }
            }
            """;

    @TempDir
    Path root;

    private Project naming(String typedef) {
        return new Project(root).source("demo.Each", "@TaskManager(typedef = \"" + typedef + "\") class Each {}");
    }

    @Test
    void aBrokenTypedefIsOneErrorAndNothingFollowsFromIt() {
        Project project = new Project(root)
                .typedef(
                        "Primes.spmtype", Project.PRIMES_TYPEDEF.replace("nMin :: scalar<long>", "nMin :: scalar<lng>"))
                .source("demo.Primes", PRIMES);

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("3: " + root.resolve("Primes.spmtype") + ":22:18: error [SPM-E203]: There is no type called"
                        + " `lng`.\n"
                        + "      nMin :: scalar<lng> = deferred;\n"
                        + "                     ^~~\n"
                        + "  why: ")
                .endsWith("fix: Did you mean `long`?");
    }

    @Test
    void twoMistakesInATypedefAreTwoErrors() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF.replace("scalar<long>", "scalar<lng>"))
                .source("demo.Primes", PRIMES);

        assertThat(project.errors()).hasSize(2).allMatch(error -> error.startsWith("3: "));
    }

    @Test
    void aBrokenTypedefOfTwoClassesIsReportedOnce() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", "task<list> {")
                .source("demo.Primes", PRIMES)
                .source("demo.Others", PRIMES.replace("Primes", "Others").replace("Others.spm", "Primes.spm"));

        assertThat(project.errors()).hasSize(1);
    }

    @Test
    void aBrokenEvaluatorIsOneErrorAndNothingFollowsFromIt() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", PRIMES.replace("static long taskEval", "static Object taskEval"))
                .source("demo.User", "class User { PrimesTask.NMinStage stage; PrimesTask.PushStage last; }");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("9: The evaluator `Primes.taskEval` returns `Object`");
    }

    @Test
    void aTypedefThatIsNotThereIsReportedWithTheNearestName() {
        Project project = naming("Shel.spmtype").typedef("Shell.spmtype", Project.SHELL_TYPEDEF);

        assertThat(project.errors())
                .containsExactly("2: There is no typedef `Shel.spmtype` in " + root + ".\n"
                        + "  why: The classes are generated from the typedef, so nothing can be generated without it.\n"
                        + "  fix: Did you mean `Shell.spmtype`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shell.spmtype", "unix/Shell", "unix/Shel.spmtype", "UNIX/shell.spmtype"})
    void theSuggestionKnowsDirectoriesExtensionsAndTypos(String typedef) {
        Project project = naming(typedef).typedef("unix/Shell.spmtype", Project.SHELL_TYPEDEF);

        assertThat(project.errors()).singleElement().asString().endsWith("fix: Did you mean `unix/Shell.spmtype`?");
    }

    @Test
    void aTypedefThatIsLikeNoneIsReportedWithTheOption() {
        assertThat(naming("Shell.spmtype").errors())
                .singleElement()
                .asString()
                .endsWith("The roots are those of the option -Aspm.typedefs, or those of spm-maven-plugin.");
    }

    @Test
    void aRootThatIsNotThereIsNoCrash() {
        Project project = naming("Shell.spmtype").withoutRoots().option("-Aspm.typedefs=" + root.resolve("nowhere"));

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: There is no typedef `Shell.spmtype` in " + root.resolve("nowhere") + ".");
    }

    @Test
    void theFirstOfSeveralRootsThatHasTheFileCounts() throws Exception {
        Path second = Files.createDirectory(root.resolve("second"));
        Project project = naming("Shell.spmtype")
                .typedef("second/Shell.spmtype", Project.SHELL_TYPEDEF)
                .withoutRoots()
                .option("-Aspm.typedefs=" + root + File.pathSeparator + second);

        assertThat(project.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Shell.spmtype",
                "a/../../Shell.spmtype",
                "/etc/passwd",
                "",
                "a//b",
                "./Shell.spmtype",
                "C:/Shell.spmtype",
                "a\\\\Shell.spmtype"
            })
    void aPathDoesNotLeaveTheRoots(String path) {
        Project project = naming(path).typedef("Shell.spmtype", Project.SHELL_TYPEDEF);

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: `")
                .contains("is not the path of a typedef.");
    }

    @Test
    void withoutTheOptionTheClassPathIsSearchedAndThenTheOptionIsAskedFor() {
        assertThat(naming("Shell.spmtype").withoutRoots().errors())
                .singleElement()
                .asString()
                .startsWith("2: The typedef `Shell.spmtype` was not found, and no typedef root is known.")
                .endsWith("fix: Give javac the option -Aspm.typedefs=src/main/spmtype, or use the goal `generate` of"
                        + " spm-maven-plugin.");
        assertThat(naming("on-class-path.spmtype").withoutRoots().compile()).succeeded();
    }

    @Test
    void withoutTheOptionTheRootsAreThoseThatTheMavenPluginWroteDown() throws Exception {
        Path sourceRoot = root.resolve("target/generated-sources/spm");
        Path file = sourceRoot.resolve(TypedefRoots.ROOTS_FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "../../../src/main/spmtype\n");
        Project found = naming("Shell.spmtype")
                .typedef("src/main/spmtype/Shell.spmtype", Project.SHELL_TYPEDEF)
                .withoutRoots()
                .option("-sourcepath")
                .option(sourceRoot.toString());
        Project missing =
                naming("Shel.spmtype").withoutRoots().option("-sourcepath").option(sourceRoot.toString());

        assertThat(found.errors()).isEmpty();
        assertThat(missing.errors())
                .singleElement()
                .asString()
                .startsWith("2: There is no typedef `Shel.spmtype` in " + root.resolve("src/main/spmtype") + ".")
                .endsWith("fix: Did you mean `Shell.spmtype`?");
    }

    @Test
    void aFileThatIsNotTextIsReported() throws Exception {
        Files.write(root.resolve("Shell.spmtype"), "task<list> { # ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(naming("Shell.spmtype").errors())
                .singleElement()
                .asString()
                .startsWith("2: The typedef " + root.resolve("Shell.spmtype") + " cannot be read: it is not UTF-8.");
    }

    @Test
    void theFileHasATaskOfThePattern() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source(
                        "demo.Primes",
                        PRIMES.replace("\"Primes.spmtype\"", "\"Primes.spmtype\",\npattern = Pattern.TEMPLATE"));

        assertThat(project.errors())
                .containsExactly("4: There is no `task<template>` in `Primes.spmtype`.\n"
                        + "  why: The annotation's `pattern` chooses the task of the file by its head, `LIST` unless it"
                        + " says otherwise. The file has `task<list>`.\n"
                        + "  fix: Write `pattern = Pattern.LIST` into the annotation, or a `task<template>` into the"
                        + " file.");
    }

    @Test
    void aPatternLeftToItsDefaultIsReportedAtTheAnnotation() {
        Project project = new Project(root)
                .typedef("Once.spmtype", Project.PRIMES_TYPEDEF.replace("task<list>", "task<template>"))
                .source("demo.Once", "\n@TaskManager(typedef = \"Once.spmtype\")\nclass Once {}");

        assertThat(project.errors()).singleElement().asString().startsWith("3: There is no `task<list>`");
    }

    @Test
    void anAnnotationThatJavacRejectsIsJavacsError() {
        assertThat(new Project(root)
                        .source("demo.Each", "@TaskManager class Each {}")
                        .errors())
                .singleElement()
                .asString()
                .contains("missing a default value for the element 'typedef'");
        assertThat(new Project(root)
                        .source("demo.Each", "@TaskManager(typedef = 3) class Each {}")
                        .errors())
                .singleElement()
                .asString()
                .contains("incompatible types");
        assertThat(new Project(root)
                        .source("demo.Each", "@TaskManager(typedef = \"x\", pattern = Pattern.RING) class Each {}")
                        .errors())
                .singleElement()
                .asString()
                .contains("2: ")
                .doesNotContain("why:");
    }

    @Test
    void aMistakeOfTheProcessorIsAnErrorThatAsksForAReport() {
        Project project = naming("Shell.spmtype").withoutRoots().option("-Aspm.typedefs=no path has a \0 in it");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: SPM.Java failed on `demo.Each`: java.nio.file.InvalidPathException")
                .contains("fix: Please report it");
    }

    @Test
    void aTypedefImportsTypesFromBelowItsRoots() {
        Project project = new Project(root)
                .typedef("shared/common.spmtype", "enum Color { RED, GREEN };")
                .typedef(
                        "Primes.spmtype",
                        "import \"shared/common.spmtype\";\n"
                                + Project.PRIMES_TYPEDEF.replace("nMin ", "color :: scalar<Color> = RED; nMin "))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype")
                        final class Primes {
                            @Spoke @Online
                            static boolean taskEval(PrimesTask task) {
                                return task.color() == PrimesTask.Color.GREEN;
                            }
                        }
                        """);

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void aTypeOfThePayloadsOwnNameIsAnError() {
        Project project = new Project(root)
                .typedef(
                        "Primes.spmtype",
                        "enum PrimesTask { A };"
                                + Project.PRIMES_TYPEDEF.replace("nMin ", "a :: scalar<PrimesTask> = A; nMin "))
                .source("demo.Primes", "@TaskManager(typedef = \"Primes.spmtype\") final class Primes {}");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .contains("`PrimesTask` is both a type in `Primes.spmtype` and the class to be generated.");
    }
}
