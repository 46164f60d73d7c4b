package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an evaluator is one error, at the evaluator. */
class EvaluatorRulesTest {

    @TempDir
    Path root;

    /** A class whose third line is the method; the first is the package. */
    private List<String> errors(String method) {
        return primes("@TaskManager(typedef = \"Primes.spmtype\") class Primes {\n" + method + "\n}")
                .errors();
    }

    private Project primes(String source) {
        return new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean",
                "int",
                "long",
                "double",
                "Boolean",
                "Integer",
                "Long",
                "Double",
                "String",
                "byte[]",
                "int[]",
                "long[]",
                "double[]",
                "boolean[]",
                "Duration",
                "Timeout",
                "Mixed",
                "SpmRecord",
                "List<String>",
                "List<byte[]>",
                "Map<String, Mixed>",
                "Map<Integer, Long>",
                "Map<Long, Duration>"
            })
    void aValueThatCanTravelMayBeReturned(String type) {
        assertThat(errors("@Spoke @Online static " + type + " taskEval(PrimesTask task) { throw new Error(); }"))
                .isEmpty();
    }

    @Test
    void anEvaluatorMayReturnNothingAndThrowAnything() {
        assertThat(errors("@Spoke @Online static void taskEval(PrimesTask task) throws Exception {}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object",
                "float",
                "char",
                "List",
                "List<Object>",
                "List<List<String>>",
                "ArrayList<String>",
                "List<? extends String>",
                "Map<Double, String>",
                "Map<String, Object>",
                "int[][]",
                "byte[][]",
                "float[]",
                "Optional<String>",
                "Set<String>",
                "PrimesTask.Nowhere",
                "PrimesTask"
            })
    void aValueThatCannotTravelMayNotBeReturned(String type) {
        List<String> errors = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .option("-Xlint:-rawtypes")
                .source(
                        "demo.Primes",
                        "@TaskManager(typedef = \"Primes.spmtype\") class Primes {\n" + "@Spoke @Online static " + type
                                + " taskEval(PrimesTask task) { return null; }\n}")
                .errors();

        assertThat(errors)
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` returns `" + type + "`, which cannot travel.\n  why: ")
                .contains("\n  fix: ");
    }

    @ParameterizedTest
    @CsvSource({
        "float, Return `double`.",
        "char, Return `int`.",
        "Set<String>, Return a `List` of one of these.",
        "Optional<Long>, 'Return the value itself, or null where there is none.'",
        "PrimesTask.Sum, 'Write `scalar<Sum> returnValue = None;` into `stat`, and declare `Sum` beside the task: what"
                + " nothing in the task names is not generated.'",
        "Object, Return one of these; a struct of the typedef holds named fields of any of them."
    })
    void whatToReturnInsteadIsSaid(String type, String fix) {
        assertThat(errors("@Spoke @Online static " + type + " taskEval(PrimesTask task) { throw new Error(); }"))
                .singleElement()
                .asString()
                .endsWith("\n  fix: " + fix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PrimesTask.Sum",
                "demo.PrimesTask.Sum",
                "PrimesTask.Mood",
                "List<PrimesTask.Sum>",
                "Map<String, PrimesTask.Mood>"
            })
    void aStructOrAnEnumOfTheTypedefMayBeReturned(String type) {
        String types = "enum Mood { CALM, WILD }; struct Sum { scalar<long> total = deferred; };";
        String source = "@TaskManager(typedef = \"Primes.spmtype\") class Primes {\n@Spoke @Online static " + type
                + " taskEval(PrimesTask task) { return null; }\nstatic void main(VirtualCloud cloud) { "
                + "PrimesManager.define(cloud, status -> { " + type + " value = status.returnValue();"
                + " value = status.task().spm().stat().returnValue(); }); }\n}";
        Project named = new Project(root)
                .typedef(
                        "Primes.spmtype",
                        types
                                + Project.PRIMES_TYPEDEF.replace(
                                        "nMin ::", "sum :: scalar<Sum> = None; mood :: scalar<Mood> = None; nMin ::"))
                .source("demo.Primes", source);
        String promised = type.replace("demo.", "").replace("PrimesTask.", "").replace(", ", ",");
        String inTypedef = promised.startsWith("List")
                ? "list<Sum>"
                : promised.startsWith("Map") ? "dict<string,Mood>" : "scalar<" + promised + ">";

        assertThat(named.errors()).isEmpty();
        assertThat(named.errorsUnderEclipse()).isEmpty();
        Project declared = named.typedef(
                "Primes.spmtype",
                types + Project.PRIMES_TYPEDEF.replace("returnValue :: scalar<auto>", "returnValue :: " + inTypedef));
        assertThat(declared.errors()).isEmpty();
        assertThat(declared.errorsUnderEclipse()).isEmpty();
    }

    @Test
    void aStructThatIsImportedFromThePayloadMayBeReturned() {
        Project project = new Project(root)
                .typedef(
                        "Primes.spmtype",
                        "struct Sum { scalar<long> total = deferred; };"
                                + Project.PRIMES_TYPEDEF.replace("nMin ::", "sum :: scalar<Sum> = None; nMin ::"))
                .source(
                        "demo.Primes",
                        "import demo.PrimesTask.Sum; @TaskManager(typedef = \"Primes.spmtype\")"
                                + " class Primes { @Spoke @Online static Sum taskEval(PrimesTask task) { return null; } }");

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void aCoarseTaskIsHandedNothingToTalkThrough() {
        assertThat(errors("@Spoke @Online static long taskEval(PrimesTask task, Communicator others) { return 1; }"
                        + " interface Communicator {}"))
                .containsExactly(
                        "3: The evaluator `Primes.taskEval` takes `(PrimesTask, Primes.Communicator)`, which is more"
                                + " than its task.\n"
                                + "  why: The grain is coarse: a task talks to nobody before it concludes, neither to the Hub nor"
                                + " to other tasks, so an evaluator is handed no communicator and nothing else to talk through.\n"
                                + "  fix: Write `taskEval(PrimesTask task)`. Declare what it needs as fields in the typedef, and"
                                + " return what others are to know.");
    }

    @Test
    void aModuleHasAnEvaluator() {
        assertThat(errors(""))
                .containsExactly("2: `Primes` has no evaluator.\n"
                        + "  why: A Spoke evaluates a task by calling the module's static method `taskEval`.\n"
                        + "  fix: Add `@Spoke @Online public static R taskEval(PrimesTask task)`.");
    }

    @Test
    void anEvaluatorOfAnotherNameIsProbablyMeant() {
        assertThat(errors("@Spoke @Online static long evaluate(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: `Primes` has no evaluator.")
                .endsWith("fix: Rename `evaluate` to `taskEval`.");
    }

    @Test
    void aModuleHasOneEvaluator() {
        assertThat(errors("@Spoke @Online static long taskEval(PrimesTask task) { return 1; }\n"
                        + "@Spoke @Online static long taskEval(PrimesTask task, int n) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("4: `Primes` has several methods `taskEval`.");
    }

    @Test
    void anEvaluatorIsStatic() {
        assertThat(errors("@Spoke @Online long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` is not static.");
    }

    @Test
    void anEvaluatorIsNotPrivate() {
        assertThat(errors("@Spoke @Online private static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` cannot be called, because `taskEval` is private.")
                .endsWith("fix: Remove `private` from `taskEval`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "String task", "List<PrimesTask> tasks", "long n"})
    void anEvaluatorTakesItsTask(String parameters) {
        assertThat(errors("@Spoke @Online static long taskEval(" + parameters + ") { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` takes `(")
                .endsWith("fix: Write `taskEval(PrimesTask task)`.");
    }

    @Test
    void anEvaluatorHasNoTypeParameters() {
        assertThat(errors("@Spoke @Online static <T> long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` has type parameters.");
    }

    @Test
    void anEvaluatorSaysThatItRunsOnASpokeAndOnline() {
        assertThat(errors("static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` lacks `@Spoke` and `@Online`.");
        assertThat(errors("@Spoke static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` lacks `@Online`.");
        assertThat(errors("@Online static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` lacks `@Spoke`.");
    }

    @Test
    void anEvaluatorDoesNotRunOnTheHub() {
        assertThat(errors("@Hub @Online static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` is annotated `@Hub`.")
                .endsWith("fix: Replace `@Hub` by `@Spoke`.");
    }

    @Test
    void anEvaluatorDoesNotRunOffline() {
        assertThat(errors("@Spoke @Offline static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` is annotated `@Offline`.");
    }

    @Test
    void aMethodIsNotOnBothSides() {
        assertThat(errors("@Hub @Spoke @Online static long taskEval(PrimesTask task) { return 1; }"))
                .singleElement()
                .asString()
                .startsWith("3: `Primes.taskEval` is annotated both `@Hub` and `@Spoke`.");
    }

    @Test
    void aMethodIsNotOnlineAndOfflineAtOnceWhereverItIs() {
        assertThat(new Project(root)
                        .source("demo.Util", "class Util { @Self @Online @Offline void run() {} }")
                        .errors())
                .singleElement()
                .asString()
                .startsWith("2: `Util.run` is annotated both `@Online` and `@Offline`.");
    }

    @Test
    void fiveMistakesAreFiveErrors() {
        assertThat(errors("@Hub private <T> Object taskEval(String task) { return null; }"))
                .hasSize(7)
                .allMatch(error -> error.startsWith("3: "));
    }

    @Test
    void modulesInOtherPackagesArePublic() {
        Project project = primes(
                        "@TaskManager(typedef = \"Primes.spmtype\", modules = sieve.Sieve.class) class Primes {}")
                .source("sieve.Sieve", """
                        import demo.PrimesTask;
                        public class Sieve {
                            @Spoke @Online static long taskEval(PrimesTask task) { return 1; }
                        }
                        """);

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("4: The evaluator `Sieve.taskEval` cannot be called, because `taskEval` is not public.")
                .endsWith("fix: Declare `taskEval` public.");
    }

    @Test
    void modulesMayLiveInOtherPackagesAndDifferInBoxing() {
        Project project = primes("@TaskManager(typedef = \"Primes.spmtype\", modules = {sieve.Sieve.class,"
                        + " Trial.class}) class Primes {}")
                .source(
                        "demo.Trial",
                        "class Trial { @Spoke @Online static Long taskEval(PrimesTask t) { return 1L; } }")
                .source("sieve.Sieve", """
                        public class Sieve {
                            @Spoke @Online public static long taskEval(demo.PrimesTask task) { return 1; }
                        }
                        """);

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void modulesReturnTheSame() {
        Project project = primes("@TaskManager(typedef = \"Primes.spmtype\", modules = {Sieve.class, Trial.class})"
                        + " class Primes {}")
                .source("demo.Sieve", "class Sieve { @Spoke @Online static long taskEval(PrimesTask t) { return 1; } }")
                .source("demo.Trial", "class Trial { @Spoke @Online static int taskEval(PrimesTask t) { return 1; } }");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: The evaluator `Trial.taskEval` returns `int`, but `Sieve.taskEval` returns `long`.");
    }

    @Test
    void aModuleThatDoesNotExistIsJavacsError() {
        assertThat(primes("@TaskManager(typedef = \"Primes.spmtype\", modules = Nowhere.class) class Primes {}")
                        .errors())
                .singleElement()
                .asString()
                .contains("cannot find symbol");
    }

    @Test
    void theEvaluatorReturnsWhatTheTypedefDeclares() {
        Project project = new Project(root)
                .typedef(
                        "Primes.spmtype",
                        Project.PRIMES_TYPEDEF.replace("returnValue :: scalar<auto>", "returnValue :: scalar<long>"))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype") class Primes {
                            @Spoke @Online static int taskEval(PrimesTask task) { return 1; }
                        }
                        """);

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("3: The evaluator `Primes.taskEval` returns `int`, but the typedef declares `scalar<long>"
                        + " returnValue`.")
                .endsWith("fix: Return `long`, or write `scalar<auto> returnValue = None;` into `stat`.");
    }

    @Test
    void whatTheTypedefDeclaresMayBeReturned() {
        Project project = new Project(root)
                .typedef(
                        "Primes.spmtype",
                        Project.PRIMES_TYPEDEF.replace(
                                "returnValue :: scalar<auto>", "returnValue :: scalar<stringSnippet>"))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype") class Primes {
                            @Spoke @Online static String taskEval(PrimesTask task) { return ""; }
                        }
                        """);

        assertThat(project.errors()).isEmpty();
    }

    @Test
    void aTaskThatAppliesAnApiHasNoEvaluator() {
        Project project = new Project(root)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF)
                .source("demo.Each", """
                        @TaskManager(typedef = "Shell.spmtype") class Each {
                            @Spoke @Online static void taskEval(EachTask task) {}
                        }
                        """)
                .source("demo.Once", "@TaskManager(typedef = \"Shell.spmtype\", modules = Each.class) class Once {}");

        assertThat(project.errors())
                .hasSize(2)
                .anySatisfy(error -> assertThat(error)
                        .startsWith("3: `Each` has an evaluator, but `task<list>` in `Shell.spmtype` applies an API."))
                .anySatisfy(error -> assertThat(error)
                        .startsWith("2: `modules` names evaluators, but `task<list>` in `Shell.spmtype`"));
    }

    @Test
    void anApiReturnsARecord() {
        Project project = new Project(root)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF.replace("scalar<record>", "scalar<string>"))
                .source("demo.Each", "@TaskManager(typedef = \"Shell.spmtype\") class Each {}");

        assertThat(project.errors())
                .singleElement()
                .asString()
                .startsWith("2: The typedef declares `scalar<string> returnValue`, but an API returns a record.");
    }
}
