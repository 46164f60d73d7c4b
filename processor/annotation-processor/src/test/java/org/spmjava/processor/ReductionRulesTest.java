package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What combines the results of an aggregate, and what is wrong with it. */
class ReductionRulesTest {

    private static final String LONG_EVALUATOR = "@Spoke @Online static long taskEval(WordsTask task) { return 1; }";
    private static final String COUNTS_EVALUATOR =
            "@Spoke @Online static Map<String, Long> taskEval(WordsTask task) { return Map.of(); }";

    @TempDir
    Path root;

    private Project project(String choice, String members) {
        return new Project(root)
                .typedef("Words.spmtype", Project.PRIMES_TYPEDEF.replace("task<list>", "task<aggregate>"))
                .source("demo.Words", """
                        @TaskManager(typedef = "Words.spmtype", pattern = Pattern.AGGREGATE%s)
                        class Words {
                        %s
                        }
                        """.formatted(choice, members));
    }

    private List<String> centralized(String reduction) {
        return project("", LONG_EVALUATOR + "\n" + reduction).errors();
    }

    private List<String> decentralized(String reduction) {
        return project(", policy = Policy.DECENTRALIZED", COUNTS_EVALUATOR + "\n" + reduction)
                .errors();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long taskReduce(long left, long right)",
                "Long taskReduce(Long left, long right) throws Exception",
                "public long taskReduce(long a, Long b)"
            })
    void whatTheTasksReturnIsCombinedAsItIsOrBoxed(String header) {
        String method = header.startsWith("public") ? "public static" + header.substring(6) : "static " + header;

        assertThat(centralized("@Hub @Online " + method + " { return 1L; }")).isEmpty();
        assertThat(decentralized("@Spoke @Online " + method + " { return 1L; }"))
                .isEmpty();
    }

    @Test
    void aStructOfTheTypedefIsCombinedToo() {
        Project project = new Project(root)
                .typedef(
                        "Words.spmtype",
                        "struct Sum { scalar<long> total = deferred; };"
                                + Project.PRIMES_TYPEDEF
                                        .replace("task<list>", "task<aggregate>")
                                        .replace("returnValue :: scalar<auto>", "returnValue :: dict<string,Sum>"))
                .source("demo.Words", """
                        @TaskManager(typedef = "Words.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.DECENTRALIZED)
                        class Words {
                            @Spoke @Online static Map<String, WordsTask.Sum> taskEval(WordsTask task) { return Map.of(); }
                            @Spoke @Online static WordsTask.Sum taskReduce(WordsTask.Sum left, WordsTask.Sum right) {
                                return WordsTask.Sum.of(left.total() + right.total());
                            }
                        }
                        """);

        assertThat(project.errors()).isEmpty();
        assertThat(project.errorsUnderEclipse()).isEmpty();
    }

    @Test
    void whatAnApiReturnsIsCombinedOnTheHub() {
        String typedef = Project.SHELL_TYPEDEF.replace("task<list>", "task<aggregate>");
        String reduction = "@Hub @Online static SpmRecord taskReduce(SpmRecord left, SpmRecord right) { return left; }";
        Project centralized = new Project(root)
                .typedef("Shell.spmtype", typedef)
                .source(
                        "demo.Each",
                        "@TaskManager(typedef = \"Shell.spmtype\", pattern = Pattern.AGGREGATE) class Each { "
                                + reduction + " }");
        Project decentralized = new Project(root)
                .source(
                        "demo.Each",
                        "@TaskManager(typedef = \"Shell.spmtype\", pattern = Pattern.AGGREGATE,\n"
                                + "policy = Policy.DECENTRALIZED) class Each { "
                                + reduction.replace("@Hub", "@Spoke") + " }");

        assertThat(centralized.errors()).isEmpty();
        assertThat(decentralized.errors())
                .containsExactly("3: `Policy.DECENTRALIZED` does not go with a task that applies an API.\n"
                        + "  why: A decentralized aggregate is combined key by key, but an API returns a record.\n"
                        + "  fix: Leave `policy` out, to combine the records on the Hub; or evaluate the tasks in"
                        + " `taskEval`.");
    }

    @Test
    void anAggregateHasAReduction() {
        assertThat(centralized(""))
                .containsExactly("3: `Words` has no `taskReduce`.\n"
                        + "  why: A centralized aggregate combines what its tasks return by the static method `taskReduce`"
                        + " of the annotated class, on the Hub.\n"
                        + "  fix: Add `@Hub @Online static long taskReduce(long left, long right)`.");
        assertThat(decentralized(""))
                .containsExactly("3: `Words` has no `taskReduce`.\n"
                        + "  why: A decentralized aggregate combines two values of the same key by the static method"
                        + " `taskReduce` of the annotated class, on Spokes.\n"
                        + "  fix: Add `@Spoke @Online static long taskReduce(long left, long right)`.");
    }

    @Test
    void aReductionIsInTheAnnotatedClass() {
        Project project = project(", modules = Counts.class", "")
                .source("demo.Counts", "class Counts {\n" + LONG_EVALUATOR + """

                        @Hub @Online static long taskReduce(long left, long right) { return left + right; }
                        }""");

        assertThat(project.errors())
                .containsExactly("4: `Counts.taskReduce` is not in `Words`.\n"
                        + "  why: There is one reduction, whichever module evaluated a task: it is a method of the annotated"
                        + " class.\n"
                        + "  fix: Move it to `Words`.");
    }

    @Test
    void anAggregateHasOneReduction() {
        assertThat(centralized("@Hub @Online static long taskReduce(long left, long right) { return left; }\n"
                        + "@Hub @Online static long taskReduce(int left, long right) { return left; }"))
                .containsExactly("6: `Words` has several methods `taskReduce`.\n"
                        + "  why: What the tasks of an aggregate return is combined by one method.\n"
                        + "  fix: Keep one, and rename the others.");
    }

    @Test
    void aReductionIsStatic() {
        assertThat(centralized("@Hub @Online long taskReduce(long left, long right) { return left; }"))
                .containsExactly("5: The reduction `Words.taskReduce` is not static.\n"
                        + "  why: It combines what it is given, and nothing else: there is no instance on which it could be"
                        + " called.\n"
                        + "  fix: Declare it `static`.");
    }

    @Test
    void aReductionIsNotPrivate() {
        assertThat(centralized("@Hub @Online private static long taskReduce(long left, long right) { return left; }"))
                .containsExactly("5: The reduction `Words.taskReduce` cannot be called, because it is private.\n"
                        + "  why: The generated manager, a neighbour of the annotated class, calls it.\n"
                        + "  fix: Remove `private`.");
    }

    @Test
    void aReductionHasNoTypeParameters() {
        assertThat(centralized("@Hub @Online static <T> long taskReduce(long left, long right) { return left; }"))
                .containsExactly("5: The reduction `Words.taskReduce` has type parameters.\n"
                        + "  why: It combines values of one type: that which the evaluators return.\n"
                        + "  fix: Remove the type parameters.");
    }

    @ParameterizedTest
    @CsvSource({
        "int taskReduce(long left; long right), '(long, long)` and returns `int'",
        "long taskReduce(int left; long right), '(int, long)` and returns `long'",
        "long taskReduce(long both), '(long)` and returns `long'",
        "void taskReduce(long left; long right), '(long, long)` and returns `void'",
        "'Map<String, Long> taskReduce(Map<String, Long> left; Map<String, Long> right)', '(Map<String, Long>,"
                + " Map<String, Long>)` and returns `Map<String, Long>'"
    })
    void aReductionMakesOneOfTwo(String header, String said) {
        String method = "@Online static " + header.replace(';', ',') + " { throw new Error(); }";
        String start = "5: The reduction `Words.taskReduce` takes `" + said + "`.\n";
        String fix = "\n  fix: Write `static long taskReduce(long left, long right)`.";

        assertThat(centralized("@Hub " + method))
                .containsExactly(start + "  why: It combines what two tasks return into one of the same type." + fix);
        assertThat(decentralized("@Spoke " + method))
                .containsExactly(start + "  why: It combines two values of the same key, of the dictionaries that the"
                        + " evaluators return, into one." + fix);
    }

    @Test
    void aCentralizedReductionRunsOnTheHubWhileThatIsOnline() {
        String method = "static long taskReduce(long left, long right) { return left; }";
        String lacks =
                "\n  why: The annotations say where a method may run, and are enforced: a centralized reduction runs ";
        String fix = ".\n  fix: Annotate it `@Hub @Online`.";

        assertThat(centralized(method))
                .containsExactly("5: The reduction `Words.taskReduce` lacks `@Hub` and `@Online`." + lacks
                        + "on the Hub, while that is online" + fix);
        assertThat(centralized("@Online " + method))
                .containsExactly("5: The reduction `Words.taskReduce` lacks `@Hub`." + lacks + "on the Hub" + fix);
        assertThat(centralized("@Hub " + method))
                .containsExactly("5: The reduction `Words.taskReduce` lacks `@Online`." + lacks
                        + "while the Hub is online" + fix);
        assertThat(centralized("@Spoke @Offline " + method))
                .containsExactly(
                        "5: The reduction `Words.taskReduce` is annotated `@Spoke`.\n"
                                + "  why: A centralized aggregate is combined on the Hub, where all that the tasks return comes"
                                + " together.\n"
                                + "  fix: Replace `@Spoke` by `@Hub`.",
                        "5: The reduction `Words.taskReduce` is annotated `@Offline`.\n"
                                + "  why: What the tasks return is combined before `manage` returns, and until then the Hub is"
                                + " online.\n"
                                + "  fix: Replace `@Offline` by `@Online`.");
        assertThat(centralized("@Hub @Spoke @Online " + method))
                .singleElement()
                .asString()
                .startsWith("5: `Words.taskReduce` is annotated both `@Hub` and `@Spoke`.");
    }

    @Test
    void aDecentralizedReductionRunsOnASpokeWhileThatIsOnline() {
        String method = "static long taskReduce(long left, long right) { return left; }";

        assertThat(decentralized("@Spoke " + method))
                .containsExactly("5: The reduction `Words.taskReduce` lacks `@Online`.\n"
                        + "  why: The annotations say where a method may run, and are enforced: a decentralized reduction runs"
                        + " while its Spoke is online.\n"
                        + "  fix: Annotate it `@Spoke @Online`.");
        assertThat(decentralized("@Hub @Online " + method))
                .containsExactly("5: The reduction `Words.taskReduce` is annotated `@Hub`.\n"
                        + "  why: A decentralized aggregate is combined on Spokes, which are other processes: what the Hub"
                        + " knows is not there.\n"
                        + "  fix: Replace `@Hub` by `@Spoke`.");
    }

    @Test
    void whoCombinesNothingHasNoReduction() {
        Project project = new Project(root)
                .typedef("Words.spmtype", Project.PRIMES_TYPEDEF)
                .source(
                        "demo.Words",
                        "@TaskManager(typedef = \"Words.spmtype\") class Words {\n" + LONG_EVALUATOR + """

                        @Hub @Online static long taskReduce(long left, long right) { return left + right; }
                        }""");

        assertThat(project.errors())
                .containsExactly("4: `Words` has a `taskReduce`, but `Pattern.LIST` combines nothing.\n"
                        + "  why: Only what the tasks of an aggregate return is combined; here the method would never be"
                        + " called.\n"
                        + "  fix: Rename it; or write `pattern = Pattern.AGGREGATE` into the annotation, and"
                        + " `task<aggregate>` into the typedef.");
    }

    @Test
    void theEvaluatorOfAnAggregateReturnsSomething() {
        assertThat(project("", """
                        @Spoke @Online static void taskEval(WordsTask task) {}
                        @Hub @Online static long taskReduce(long left, long right) { return left; }""").errors())
                .containsExactly("4: The evaluator `Words.taskEval` returns nothing.\n"
                        + "  why: An aggregate combines what its tasks return.\n"
                        + "  fix: Return what is to be combined; or write `Pattern.LIST` and `task<list>`, whose tasks may"
                        + " return nothing.");
    }

    @Test
    void theEvaluatorOfADecentralizedAggregateReturnsADictionary() {
        assertThat(project(", policy = Policy.DECENTRALIZED", LONG_EVALUATOR + """

                        @Spoke @Online static long taskReduce(long left, long right) { return left; }""")
                        .errors())
                .containsExactly("4: The evaluator `Words.taskEval` returns `long`, which has no keys.\n"
                        + "  why: A decentralized aggregate is combined key by key, on the Spokes that share the keys among"
                        + " them.\n"
                        + "  fix: Return a `Map`; or write `policy = Policy.CENTRALIZED`, to combine whatever is returned on"
                        + " the Hub.");
    }
}
