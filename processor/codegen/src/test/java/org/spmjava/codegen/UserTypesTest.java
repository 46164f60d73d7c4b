package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Structs and enums of the user's, and fields that begin with a value: used as a program uses them. */
class UserTypesTest {

    private static final String EVALUATOR =
            "final class Primes { static void taskEval(PrimesTask task) {} private Primes() {} }";

    private static final String TYPES = """
            # How fast it must be.
            enum Priority {
              # Whenever there is time.
              LOW,
              HIGH
            };
            struct Point {
              scalar<double> x = deferred;
              scalar<double> y = 0.5;
              # What people call it.
              scalar<stringSnippet> label = None;
              scalar<int[]> weights = None;
            };
            struct Tree { scalar<Point> at = deferred; tuple<Tree> children = None; dict<string,Priority> seen = None; };
            struct Nothing { };
            """;

    private static final String BEGIN = """
            public final class Main implements Generated.Program {
                public Main() {}
                @Override public Object run(FakeCloud cloud) {
                    PrimesManager manager = PrimesManager.define(cloud, status -> {});
                    PrimesTask.PushStage task = manager.task().label("all").module(PrimesTask.Module.PRIMES)
                            .timeout(Timeout.afterSeconds(1))%s;
                    task.push();
                    return null;
                }
            }
            """;

    @Test
    void structsAndEnumsArriveAsTheyWerePushed() {
        FakeCloud cloud = run(
                "scalar<Tree> tree = deferred; tuple<Point> points = deferred; dict<int,Tree> byNumber = deferred;"
                        + " scalar<Priority> priority = deferred; list<Priority> several = deferred;"
                        + " tuple<Nothing> empty = deferred; scalar<Point> maybe = None; scalar<Priority> also = None;",
                ".tree(new PrimesTask.Tree(PrimesTask.Point.of(1), List.of(), Map.of(\"a\", PrimesTask.Priority.LOW)))"
                        + ".points(List.of(PrimesTask.Point.of(1), PrimesTask.Point.of(2).withLabel(\"two\").withY(7)"
                        + ".withWeights(new int[] {1, 2})))"
                        + ".byNumber(Map.of(3, PrimesTask.Tree.of(PrimesTask.Point.of(3)).withChildren(List.of("
                        + "PrimesTask.Tree.of(PrimesTask.Point.of(4)), PrimesTask.Tree.of(PrimesTask.Point.of(5))))))"
                        + ".priority(PrimesTask.Priority.HIGH).several(List.of(PrimesTask.Priority.LOW))"
                        + ".empty(List.of(new PrimesTask.Nothing(), new PrimesTask.Nothing()))"
                        + ".maybe(PrimesTask.Point.of(-0.0)).also(PrimesTask.Priority.LOW)");

        assertThat(cloud.pushed).hasSize(1);
        assertThat(cloud.arrived).isEqualTo(cloud.pushed);
        assertThat(cloud.arrived.get(0).hashCode())
                .isEqualTo(cloud.pushed.get(0).hashCode());
        assertThat(cloud.arrived.toString()).contains("label=Optional[two]", "y=7.0", "y=0.5", "also=Optional[LOW]");
    }

    @Test
    void aFieldThatIsNotSetHoldsTheValueOfTheTypedef() {
        String fields = "scalar<int> i = -3; scalar<long> l = -9223372036854775808; scalar<double> d = 1e-3;"
                + " scalar<bool> b = true; scalar<string> s = \"a \\\"quoted\\\" \\u00fc\\n$\";"
                + " scalar<duration> pause = 500ms; scalar<timeout> limit = 1us; scalar<Priority> priority = HIGH;";

        assertThat(run(fields, "").arrived.toString())
                .contains("i=-3, l=-9223372036854775808, d=0.001, b=true, s=a \"quoted\" \u00fc\n$, pause=PT0.5S,")
                .contains("limit=after PT0.000001S", "priority=HIGH");
        assertThat(run(fields, ".i(4).priority(PrimesTask.Priority.LOW).s(\"\")")
                        .arrived
                        .toString())
                .contains("i=4, l=-9223372036854775808", "s=, ", "priority=LOW");
    }

    @Test
    void theTypedefMayTellLabelAndTimeoutForAllTasks() {
        String typedef = Typedefs.withFields("")
                .replace("label = deferred", "label = \"prime\"")
                .replace("timeout = deferred", "timeout = 10s");
        FakeCloud cloud = new FakeCloud();
        Generated.run(cloud, Typedefs.pinterp(typedef, ReturnType.NOTHING), EVALUATOR, """
                public final class Main implements Generated.Program {
                    public Main() {}
                    @Override public Object run(FakeCloud cloud) {
                        PrimesManager.define(cloud, status -> {}).task().module(PrimesTask.Module.PRIMES).push();
                        return null;
                    }
                }
                """);

        assertThat(cloud.arrived.toString()).contains("label=prime", "timeout=after PT10S");
    }

    @Test
    void whatIsWrittenInATypedefIsDocumented() {
        String text = ManagerGenerator.generate(
                        Typedefs.pinterp(TYPES + Typedefs.withFields("tuple<Tree> trees = None;"), ReturnType.NOTHING))
                .get(0)
                .toString();

        assertThat(text)
                .contains("{@code enum Priority} in {@code Primes.spmtype}, line 2", "How fast it must be.")
                .contains("Whenever there is time.", "What people call it.")
                .doesNotContain("Nothing");
    }

    private static FakeCloud run(String fields, String setters) {
        FakeCloud cloud = new FakeCloud();
        Generated.run(
                cloud,
                Typedefs.pinterp(TYPES + Typedefs.withFields(fields), ReturnType.NOTHING),
                EVALUATOR,
                BEGIN.formatted(setters));
        return cloud;
    }
}
