package org.spmjava.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.ValueType;

/** Patterns, policies and grains: what a manager offers, and what the runtime learns of it. */
class ManagementTest {

    private static final ReturnType A_LONG = new ReturnType(Optional.of(new Scalar(ValueType.LONG)), false);
    private static final ReturnType COUNTS =
            new ReturnType(Optional.of(new Dict(ValueType.STRING, ValueType.LONG)), true);

    private static final String QUESTIONS = """
            final class Questions {
                private Questions() {}
                static final RequestReply<Long, String> NAME = RequestReply.of("name", Codecs.LONG, Codecs.STRING);
                static final Channel<String> PROGRESS = Channel.of("progress", Codecs.STRING);
            }
            """;

    private static final String TASK = "manager.task().label(\"one\").module(PrimesTask.Module.PRIMES)"
            + ".timeout(Timeout.afterSeconds(1)).n(%d)";

    private static final String FIELD = "n :: scalar<long> = deferred;";

    private static ManagerSpec spec(ReturnType type, Pattern pattern, Policy policy, Grain grain) {
        return Typedefs.pinterp(Typedefs.withFields(FIELD), type, pattern, policy, grain);
    }

    private static String evaluator(String method) {
        return "final class Primes { private Primes() {} " + method + " }";
    }

    private static String main(String statements) {
        return """
                public final class Main implements Generated.Program {
                    public Main() {}
                    private static void manage(PrimesManager manager, FakeCloud cloud) throws Exception {
                        manager.manage(cloud.inter(), SpokeCount.DEFAULT, SpokeCount.DEFAULT,
                                Timeout.afterSeconds(1), Timeout.afterSeconds(1));
                    }
                    @Override public Object run(FakeCloud cloud) throws Exception {
                        List<Object> seen = new ArrayList<>();
                        %s
                    }
                }
                """.formatted(statements);
    }

    static List<Compatibility.Row> rows() {
        return Compatibility.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everythingThatGoesTogetherCanBeManaged(Compatibility.Row row) {
        FakeCloud cloud = new FakeCloud();
        boolean byKey = row.policy() == Policy.DECENTRALIZED;
        String type = byKey ? "Map<String, Long>" : "long";
        String value = byKey ? "Map.of(\"n\", task.n())" : "task.n()";
        String handle = row.handle()
                .map(found -> ", " + found.getSimpleName() + " handle")
                .orElse("");
        String program =
                "PrimesManager manager = PrimesManager.define(cloud, status -> seen.add(status.returnValue()));"
                        + TASK.formatted(7) + (row.policy() == Policy.REPEAT ? ".push(1);" : ".push();")
                        + "manage(manager, cloud); return seen;";

        Object seen = Generated.run(
                cloud,
                spec(byKey ? COUNTS : A_LONG, row.pattern(), row.policy(), row.grain()),
                evaluator("static " + type + " taskEval(PrimesTask task" + handle + ") { return " + value + "; }"
                        + "static long taskReduce(long left, long right) { return left + right; }"),
                main(program));

        assertThat(seen).isEqualTo(List.of(byKey ? Map.of("n", 7L) : 7L));
        assertThat(cloud.definition.pattern()).isEqualTo(row.pattern());
        assertThat(cloud.definition.policy()).isEqualTo(row.policy());
        assertThat(cloud.definition.grain()).isEqualTo(row.grain());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theManagerSaysWhatItIs(Compatibility.Row row) {
        assertThat(ManagerGenerator.generate(spec(A_LONG, row.pattern(), row.policy(), row.grain()))
                        .get(1)
                        .toString())
                .contains("Pattern {@link Pattern#%s}, policy {@link Policy#%s}, grain {@link Grain#%s}."
                        .formatted(row.pattern(), row.policy(), row.grain()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theJavadocOfEveryManagerIsWellFormed(Compatibility.Row row) {
        boolean byKey = row.policy() == Policy.DECENTRALIZED;
        String type = byKey ? "Map<String, Long>" : "long";
        String handle = row.handle()
                .map(found -> ", " + found.getSimpleName() + " handle")
                .orElse("");
        ManagerSpec spec = spec(byKey ? COUNTS : A_LONG, row.pattern(), row.policy(), row.grain());

        assertThat(Generated.compile(
                        ManagerGenerator.generate(spec),
                        List.of("-Xlint:all", "-Werror", "-Xdoclint:all,-missing"),
                        evaluator("static " + type + " taskEval(PrimesTask task" + handle + ") { throw new Error(); }"
                                + "static long taskReduce(long left, long right) { return left + right; }")))
                .succeededWithoutWarnings();
    }

    @Test
    void aTaskOfFineGrainTurnsToTheHandlersOfItsManager() {
        String program = """
                PrimesManager manager = PrimesManager.define(cloud, status -> seen.add(status.returnValue()));
                manager.onAsk(Questions.NAME, (from, question) -> from.task().n() + " asks " + question);
                manager.onTell(Questions.PROGRESS, (from, message) -> seen.add(message));
                %s.push();
                manage(manager, cloud);
                return seen;
                """.formatted(TASK.formatted(7));
        String method = """
                static long taskEval(PrimesTask task, HubLink hub) {
                    hub.tell(Questions.PROGRESS, hub.ask(Questions.NAME, 9L));
                    return task.n();
                }
                """;

        assertThat(Generated.run(
                        spec(A_LONG, Pattern.LIST, Policy.ISOLATED, Grain.LIMITED),
                        evaluator(method),
                        QUESTIONS,
                        main(program)))
                .isEqualTo(List.of("7 asks 9", 7L));
    }

    @Test
    void aTaskOfCoarseGrainHasNoHandlers() {
        String program = "PrimesManager.define(cloud, status -> {}).onTell(Questions.PROGRESS, (from, message) -> {});"
                + " return seen;";

        assertThat(Generated.compile(
                        spec(A_LONG, Pattern.LIST, Policy.ISOLATED, Grain.COARSE),
                        evaluator("static long taskEval(PrimesTask task) { return 1; }"),
                        QUESTIONS,
                        main(program)))
                .hadErrorContaining("method onTell(");
    }

    @Test
    void whatACentralizedAggregateReturnsIsCombinedInTheOrderOfItsTasks() {
        String program = """
                PrimesManager manager = PrimesManager.define(cloud, status -> {});
                Optional<Long> before = manager.aggregate();
                %s.push();
                %s.push();
                %s.push();
                manage(manager, cloud);
                return List.of(before, manager.aggregate());
                """.formatted(TASK.formatted(1), TASK.formatted(2), TASK.formatted(3));

        assertThat(Generated.run(
                        spec(A_LONG, Pattern.AGGREGATE, Policy.CENTRALIZED, Grain.COARSE),
                        evaluator("static long taskEval(PrimesTask task) { return task.n(); }"
                                + "static Long taskReduce(long left, Long right) { return 10 * left + right; }"),
                        main(program)))
                .isEqualTo(List.of(Optional.empty(), Optional.of(123L)));
    }

    @Test
    void whatADecentralizedAggregateReturnsIsCombinedByKey() {
        String program = """
                PrimesManager manager = PrimesManager.define(cloud, status -> {});
                %s.push();
                %s.push();
                manage(manager, cloud);
                return new ArrayList<>(manager.aggregate().orElseThrow().entrySet());
                """.formatted(TASK.formatted(1), TASK.formatted(2));
        String method = """
                static Map<String, Long> taskEval(PrimesTask task) {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    counts.put("all", task.n());
                    counts.put("only " + task.n(), 1L);
                    return counts;
                }
                static long taskReduce(long left, long right) throws Exception { return 10 * left + right; }
                """;

        assertThat(Generated.run(
                        spec(COUNTS, Pattern.AGGREGATE, Policy.DECENTRALIZED, Grain.COARSE),
                        evaluator(method),
                        main(program)))
                .isEqualTo(List.of(Map.entry("all", 12L), Map.entry("only 1", 1L), Map.entry("only 2", 1L)));
    }

    @Test
    void whatADecentralizedAggregateReturnsIsNoLongerItsEvaluatorsOwn() {
        String program = """
                PrimesManager manager = PrimesManager.define(cloud, status -> {});
                TaskManagerDefinition<PrimesTask, Map<String, Long>> definition = new PrimesManager.Definition();
                %s.push();
                %s.push();
                Map<String, Long> first = definition.evaluate((PrimesTask) cloud.pushed.get(0), cloud);
                Map<String, Long> second = definition.evaluate((PrimesTask) cloud.pushed.get(1), cloud);
                return definition.reduce(first, second);
                """.formatted(TASK.formatted(1), TASK.formatted(2));
        String method = """
                private static final Map<String, Long> SCRATCH = new HashMap<>();
                static Map<String, Long> taskEval(PrimesTask task) {
                    SCRATCH.clear();
                    SCRATCH.put("only " + task.n(), task.n());
                    return SCRATCH;
                }
                static long taskReduce(long left, long right) { return left + right; }
                """;

        assertThat(Generated.run(
                        spec(COUNTS, Pattern.AGGREGATE, Policy.DECENTRALIZED, Grain.COARSE),
                        evaluator(method),
                        main(program)))
                .isEqualTo(Map.of("only 1", 1L, "only 2", 2L));
    }

    @Test
    void onlyAnAggregateAggregates() {
        String program = "return PrimesManager.define(cloud, status -> {}).aggregate();";

        assertThat(Generated.compile(
                        spec(A_LONG, Pattern.LIST, Policy.ISOLATED, Grain.COARSE),
                        evaluator("static long taskEval(PrimesTask task) { return 1; }"),
                        main(program)))
                .hadErrorContaining("method aggregate()");
    }

    @Test
    void aRepeatedTaskSaysHowOften() {
        String fields = FIELD + "repetitions :: scalar<int> = None;";
        String program =
                "PrimesManager manager = PrimesManager.define(cloud, status -> seen.add(status.returnValue()));"
                        + TASK.formatted(7) + ".repetitions(4).push(3); manage(manager, cloud); return seen;";

        assertThat(Generated.run(
                        Typedefs.pinterp(
                                Typedefs.withFields(fields), A_LONG, Pattern.TEMPLATE, Policy.REPEAT, Grain.COARSE),
                        evaluator("static long taskEval(PrimesTask task) {"
                                + " return task.n() + task.repetitions().orElseThrow(); }"),
                        main(program)))
                .isEqualTo(List.of(11L, 11L, 11L));
    }

    @Test
    void aCallbackStopsWhatHasNotBegun() {
        String program = """
                PrimesManager[] manager = new PrimesManager[1];
                manager[0] = PrimesManager.define(cloud, status -> {
                    seen.add(status.returnValue());
                    manager[0].stop();
                });
                %s.push();
                %s.push();
                manage(manager[0], cloud);
                return seen;
                """.formatted(TASK.formatted(1), TASK.formatted(2)).replace("manager.task", "manager[0].task");

        assertThat(Generated.run(
                        spec(A_LONG, Pattern.LIST, Policy.ISOLATED, Grain.COARSE),
                        evaluator("static long taskEval(PrimesTask task) { return task.n(); }"),
                        main(program)))
                .isEqualTo(List.of(1L));
    }

    @Test
    void aUnitIsNotStopped() {
        String program = "PrimesManager.define(cloud, status -> {}).stop(); return seen;";

        assertThat(Generated.compile(
                        spec(A_LONG, Pattern.TEMPLATE, Policy.ONCE, Grain.GENERAL),
                        evaluator("static long taskEval(PrimesTask task, Communicator all) { return all.rank(); }"),
                        main(program)))
                .hadErrorContaining("method stop()");
    }
}
