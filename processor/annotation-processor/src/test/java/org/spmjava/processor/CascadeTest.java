package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake is reported where it is, and nothing else is: no class, stage or field that is missing because of it. */
class CascadeTest {

    private static final String TYPEDEF = """
            enum Color { RED, GREEN };
            struct Point { scalar<int> x = deferred; };
            """ + Project.PRIMES_TYPEDEF.replace("nMax ::", """
                scalar<Color> color = RED;
                tuple<Point> points = None;
                nMax ::""");

    /** Names everything that is generated, in declarations and in code. */
    private static final String PRIMES = """
            @TaskManager(
                    typedef = "Primes.spmtype")
            final class Primes {
                final PrimesManager manager;
                PrimesTask.Module module = PrimesTask.Module.PRIMES;
                PrimesTask.NMinStage stage;
                List<? super PrimesTask.PushStage> last;
                PrimesTask.Point[] points;

                Primes(VirtualCloud cloud) {
                    manager = PrimesManager.define(cloud, this::onStatus);
                }

                @Spoke @Online
                static long taskEval(PrimesTask task) {
                    return task.nMax() - task.nMin() + task.points().get(0).x();
                }

                void onStatus(TaskStatus<PrimesTask, Long> status) {
                    long returned = status.returnValue() + status.task().nMin();
                }

                static <C extends PrimesTask.Color> int number(C color, Map<String, PrimesTask.Spm> of) {
                    return color == PrimesTask.Color.RED ? 1 : 2;
                }

                void main() throws Exception {
                    PrimesTask.PushStage task = manager.task().label("first").module(PrimesTask.Module.PRIMES)
                            .timeout(Timeout.afterSeconds(10)).nMin(2).nMax(50_000).color(PrimesTask.Color.RED)
                            .points(List.of(PrimesTask.Point.of(3)));
                    task.push();
                }
            }
            """;

    @TempDir
    Path root;

    private Project project(String typedef) {
        return new Project(root).typedef("Primes.spmtype", typedef).source("demo.Primes", PRIMES);
    }

    @Test
    void withoutAMistakeTheProgramCompiles() {
        assertThat(project(TYPEDEF).errors()).isEmpty();
        assertThat(project(TYPEDEF).errorsUnderEclipse()).isEmpty();
    }

    static Stream<Arguments> mistakesThatCanBeGuessedAt() {
        return Stream.of(
                Arguments.of(
                        "a semicolon is missing",
                        "nMax :: scalar<long> = deferred;",
                        "nMax :: scalar<long> = deferred",
                        "SPM-E107"),
                Arguments.of("a type is unknown", "nMin :: scalar<long>", "nMin :: scalar<lng>", "SPM-E203"),
                Arguments.of("a field of the system is unknown", "whoAmI", "whoAmY", "SPM-E308"),
                Arguments.of("a field is there twice", "nMax ::", "scalar<int> nMin = None; nMax ::", "SPM-E401"),
                Arguments.of("a constant is unknown", "= RED", "= REED", "SPM-E214"),
                Arguments.of("a pattern is unknown", "task<list>", "task<lsit>", "SPM-E201"),
                Arguments.of(
                        "a struct is there twice",
                        "x = deferred; };",
                        "x = deferred; }; struct Point { };",
                        "SPM-E501"),
                Arguments.of("a type is a word of the language", "enum", "struct record { }; enum", "SPM-E503"),
                Arguments.of("an import is not there", "enum", "import \"nowhere.spmtype\"; enum", "SPM-E603"),
                Arguments.of("a bracket is missing", "nMin :: scalar<long>", "nMin :: scalar<long", "SPM-E110"));
    }

    /** What is missing has left no trace of what the program may call. */
    static Stream<Arguments> mistakesThatLeaveNothingToGuessAt() {
        return Stream.of(
                Arguments.of(
                        "a label is missing", "label         :: scalar<stringSnippet> = deferred;", "", "SPM-E309"),
                Arguments.of("a brace is missing", "    };\n    core", "    core", "SPM-E108"),
                Arguments.of("nothing is written", TYPEDEF, "# Later.", "SPM-E104"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.concat(mistakesThatCanBeGuessedAt(), mistakesThatLeaveNothingToGuessAt());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void ofOneMistakeJavacSaysOneThing(String name, String written, String broken, String code) {
        assertThat(project(TYPEDEF.replace(written, broken)).errors())
                .singleElement()
                .asString()
                .startsWith("3: " + root.resolve("Primes.spmtype") + ":")
                .contains("error [" + code + "]");
    }

    /** Eclipse goes on into the bodies of methods: there it needs what the typedef probably means. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakesThatCanBeGuessedAt")
    void ofOneMistakeEclipseSaysOneThing(String name, String written, String broken, String code) {
        assertThat(project(TYPEDEF.replace(written, broken)).errorsUnderEclipse())
                .singleElement()
                .asString()
                .startsWith("Primes.java:3: " + root.resolve("Primes.spmtype") + ":")
                .contains("error [" + code + "]");
    }

    @Test
    void ofFiveMistakesFiveThingsAreSaid() {
        Project project = project(TYPEDEF.replace("enum Color { RED, GREEN }", "enum Color { RED, GREEN, RED }")
                .replace("whoAmI", "whoAmY")
                .replace("nMin :: scalar<long>", "nMin :: scalar<lng>")
                .replace("scalar<Color>", "scalar<int> class = 3; scalar<Color>")
                .replace("task<list>", "task<lists>"));

        assertThat(project.errors())
                .hasSize(5)
                .allSatisfy(error -> assertThat(error).startsWith("3: " + root.resolve("Primes.spmtype") + ":"));
        assertThat(project.errorsUnderEclipse())
                .hasSize(5)
                .allSatisfy(error -> assertThat(error).startsWith("Primes.java:3: "));
    }

    @Test
    void ofTwoBrokenTypedefsTwoThingsAreSaid() {
        Project project = project(TYPEDEF.replace("nMin :: scalar<long>", "nMin :: scalar<lng>"))
                .typedef("Others.spmtype", TYPEDEF.replace("whoAmI", "whoAmY"))
                .source("demo.Others", PRIMES.replace("Primes", "Others").replace("PRIMES", "OTHERS"));

        assertThat(project.errors())
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).startsWith("3: ").contains("Primes.spmtype", "SPM-E203"))
                .anySatisfy(error -> assertThat(error).startsWith("3: ").contains("Others.spmtype", "SPM-E308"));
        assertThat(project.errorsUnderEclipse()).hasSize(2);
    }

    @Test
    void ofATypedefThatIsNotThereOneThingIsSaid() {
        Project misspelt = new Project(root).typedef("Prime.spmtype", TYPEDEF).source("demo.Primes", PRIMES);
        String said = "3: There is no typedef `Primes.spmtype` in " + root + ".";

        assertThat(misspelt.errors()).singleElement().asString().startsWith(said);
        assertThat(misspelt.errorsUnderEclipse()).singleElement().asString().startsWith("Primes.java:" + said);
    }

    @Test
    void ofATypedefThatIsNotThereAndLikeNoneOneThingIsSaid() {
        Project missing = new Project(root).source("demo.Primes", PRIMES);

        assertThat(missing.errors()).singleElement().asString().startsWith("3: There is no typedef `Primes.spmtype`");
    }

    @Test
    void ofATaskThatTheFileDoesNotHaveOneThingIsSaid() {
        Project project = project(TYPEDEF.replace("task<list>", "task<template>"));

        assertThat(project.errors()).singleElement().asString().contains("There is no `task<list>`");
        assertThat(project.errorsUnderEclipse()).singleElement().asString().contains("There is no `task<list>`");
    }

    @ParameterizedTest
    @CsvSource({"task<list>, There is no `task<dag>`", "task<lsit>, error [SPM-E201]"})
    void ofADagThatTheFileDoesNotHaveOneThingIsSaid(String head, String said) {
        Project project = new Project(root)
                .typedef("Primes.spmtype", TYPEDEF.replace("task<list>", head))
                .source(
                        "demo.Primes",
                        PRIMES.replace("\"Primes.spmtype\")", "\"Primes.spmtype\", pattern = Pattern.DAG)")
                                .replace("task.push();", "TaskRef first = task.push(); task.after(first).push();"));

        assertThat(project.errors()).singleElement().asString().contains(said);
        assertThat(project.errorsUnderEclipse()).singleElement().asString().contains(said);
    }

    @ParameterizedTest
    @CsvSource({"long taskEval, Object taskEval", "static long, long", "'(PrimesTask task', '(PrimesTask task, long n'"
    })
    void ofAnEvaluatorThatNobodyCanCallOneThingIsSaid(String written, String broken) {
        Project project = new Project(root)
                .typedef("Primes.spmtype", TYPEDEF)
                .source("demo.Primes", PRIMES.replace(written, broken));

        assertThat(project.errors()).singleElement().asString().startsWith("16: The evaluator `Primes.taskEval`");
        assertThat(project.errorsUnderEclipse())
                .singleElement()
                .asString()
                .startsWith("Primes.java:16: The evaluator `Primes.taskEval`");
    }
}
