package org.spmjava.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.closure.Compatibility;

/** Which policies, grains and handles go with which pattern: what the annotation names, and what an evaluator takes. */
class ManagementRulesTest {

    private static final String COARSE = "PrimesTask task";

    @TempDir
    Path root;

    private Project project(Pattern pattern, String choice, String parameters) {
        return new Project(root)
                .typedef(
                        "Primes.spmtype",
                        Project.PRIMES_TYPEDEF.replace(
                                "task<list>", "task<" + pattern.name().toLowerCase(Locale.ROOT) + ">"))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype", pattern = Pattern.%s
                        %s)
                        class Primes {
                            @Spoke @Online static long taskEval(%s) { return task.nMax(); }%s
                        }
                        """.formatted(
                                pattern, choice, parameters, pattern == Pattern.AGGREGATE ? """

                            @Hub @Online static long taskReduce(long left, long right) { return left + right; }""" : ""));
    }

    private List<String> errors(Pattern pattern, String choice, String parameters) {
        return project(pattern, choice, parameters).errors();
    }

    static List<Compatibility.Row> rows() {
        return Compatibility.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everythingThatGoesTogetherCompilesAndSoDoesWhatAProgramDoesWithIt(Compatibility.Row row) {
        boolean byKey = row.policy() == Policy.DECENTRALIZED;
        String handle = row.handle()
                .map(type -> ", " + type.getSimpleName() + " handle")
                .orElse("");
        String handlers = row.handle().isEmpty() ? "" : """
                manager.onAsk(RequestReply.of("q", Codecs.LONG, Codecs.STRING), (from, n) -> from.label() + n);
                manager.onTell(Channel.of("t", Codecs.STRING), (from, text) -> from.task());""";
        String stop = row.grain() == Grain.GENERAL ? "" : "manager.stop();";
        String aggregate = row.pattern() != Pattern.AGGREGATE
                ? ""
                : "Optional<" + (byKey ? "Map<String, Long>" : "Long") + "> aggregate = manager.aggregate();";
        Project project = new Project(root)
                .typedef(
                        "Primes.spmtype",
                        Project.PRIMES_TYPEDEF.replace(
                                "task<list>", "task<" + row.pattern().name().toLowerCase(Locale.ROOT) + ">"))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype", pattern = Pattern.%s, policy = Policy.%s, grain = Grain.%s)
                        final class Primes {
                            private Primes() {}
                            @Spoke @Online static %s taskEval(PrimesTask task%s) { return null; }
                            %s
                            static void main(VirtualCloud cloud) {
                                PrimesManager manager = PrimesManager.define(cloud, status -> status.returnValue());
                                %s
                                manager.task().label("l").module(PrimesTask.Module.PRIMES)
                                        .timeout(Timeout.afterSeconds(1)).nMin(1).nMax(2).push(%s);
                                %s
                                %s
                            }
                        }
                        """.formatted(
                                row.pattern(),
                                row.policy(),
                                row.grain(),
                                byKey ? "Map<String, Long>" : "Long",
                                handle,
                                reduction(row),
                                handlers,
                                row.policy() == Policy.REPEAT ? "100" : "",
                                stop,
                                aggregate));

        assertThat(project.errors()).isEmpty();
        assertThat(project.errorsUnderEclipse()).isEmpty();
    }

    private static String reduction(Compatibility.Row row) {
        if (row.pattern() != Pattern.AGGREGATE) {
            return "";
        }
        return (row.policy() == Policy.DECENTRALIZED ? "@Spoke" : "@Hub")
                + " @Online static long taskReduce(long left, long right) { return left + right; }";
    }

    @ParameterizedTest
    @CsvSource({
        "LIST, ISOLATED, COARSE, ''",
        "DAG, DESCENDANTS, COARSE, ''",
        "GRAPH, UNIT, GENERAL, GraphCommunicator",
        "GRID, UNIT, GENERAL, GridCommunicator",
        "AGGREGATE, CENTRALIZED, COARSE, ''",
        "TEMPLATE, ONCE, COARSE, ''"
    })
    void aPatternThatIsNamedAloneHasItsFirstPolicyAndGrain(Pattern pattern, Policy policy, Grain grain, String handle) {
        String parameters = handle.isEmpty() ? COARSE : COARSE + ", " + handle + " handle";

        assertThat(project(pattern, "", parameters).generated("demo.PrimesManager"))
                .contains("Pattern {@link Pattern#%s}, policy {@link Policy#%s}, grain {@link Grain#%s}."
                        .formatted(pattern, policy, grain));
    }

    @ParameterizedTest
    @CsvSource({
        "LIST, ', policy = Policy.RACE', RACE, COARSE, ''",
        "LIST, ', grain = Grain.LIMITED', ISOLATED, LIMITED, HubLink",
        "TEMPLATE, ', grain = Grain.GENERAL', ONCE, GENERAL, Communicator",
        "TEMPLATE, ', policy = {}, grain = {}', ONCE, COARSE, ''",
        "TEMPLATE, ', policy = {Policy.REPEAT}, grain = Grain.LIMITED', REPEAT, LIMITED, HubLink"
    })
    void whatIsNotNamedIsTheFirstThatGoesWithTheRest(
            Pattern pattern, String choice, Policy policy, Grain grain, String handle) {
        String parameters = handle.isEmpty() ? COARSE : COARSE + ", " + handle + " handle";

        assertThat(project(pattern, choice, parameters).generated("demo.PrimesManager"))
                .contains("return Policy." + policy + ";", "return Grain." + grain + ";");
    }

    @Test
    void aManagerHasOneGrainAndOnePolicy() {
        assertThat(errors(
                        Pattern.LIST,
                        ", grain = {Grain.COARSE, Grain.LIMITED}, policy = {Policy.RACE, Policy.FAIL_FAST}",
                        COARSE))
                .containsExactly(
                        "3: The annotation names more than one policy: `RACE` and `FAIL_FAST`.\n"
                                + "  why: A manager has one policy. None at all stands for the default.\n"
                                + "  fix: Keep one of them.",
                        "3: The annotation names more than one grain: `COARSE` and `LIMITED`.\n"
                                + "  why: A manager has one grain. None at all stands for the default.\n"
                                + "  fix: Keep one of them.");
    }

    @Test
    void aPolicyIsOneOfThePattern() {
        assertThat(errors(Pattern.LIST, ", policy = Policy.REPEAT", COARSE))
                .containsExactly("3: `Pattern.LIST` has no policy `REPEAT`.\n"
                        + "  why: A policy is what a pattern does where there is a choice, so each pattern has its own:"
                        + " `LIST` has `ISOLATED`, `FAIL_FAST` and `RACE`.\n"
                        + "  fix: Write one of these, or leave `policy` out for `ISOLATED`. `REPEAT` goes with"
                        + " `Pattern.TEMPLATE`.");
        assertThat(errors(Pattern.GRAPH, ", policy = Policy.RACE", COARSE))
                .containsExactly("3: `Pattern.GRAPH` has no policy `RACE`.\n"
                        + "  why: A policy is what a pattern does where there is a choice, so each pattern has its own:"
                        + " `GRAPH` has `UNIT`.\n"
                        + "  fix: Leave `policy` out. `RACE` goes with `Pattern.LIST` and `Pattern.TEMPLATE`.");
    }

    @Test
    void aGrainIsOneOfThePattern() {
        assertThat(errors(Pattern.LIST, ", grain = Grain.GENERAL", COARSE))
                .containsExactly("3: `Pattern.LIST` has no grain `GENERAL`.\n"
                        + "  why: How tasks are managed decides how far they may communicate: `Pattern.LIST` allows"
                        + " `COARSE` and `LIMITED`.\n"
                        + "  fix: Write one of these, or leave `grain` out for `COARSE`. `GENERAL` goes with"
                        + " `Pattern.GRAPH` (`UNIT`), `Pattern.GRID` (`UNIT`) and `Pattern.TEMPLATE` (`ONCE`).");
        assertThat(errors(Pattern.GRID, ", grain = Grain.LIMITED", COARSE + ", GridCommunicator grid"))
                .singleElement()
                .asString()
                .contains(
                        "\n  fix: Leave `grain` out. `LIMITED` goes with `Pattern.LIST` (`ISOLATED`, `FAIL_FAST`, `RACE`),"
                                + " `Pattern.DAG` (`DESCENDANTS`, `FAIL_FAST`), ");
    }

    @Test
    void aGrainGoesWithThePolicyThatIsNamed() {
        assertThat(errors(Pattern.TEMPLATE, ", grain = Grain.GENERAL, policy = Policy.REPEAT", COARSE))
                .containsExactly("3: `Pattern.TEMPLATE` with `Policy.REPEAT` has no grain `GENERAL`.\n"
                        + "  why: How tasks are managed decides how far they may communicate: `Pattern.TEMPLATE` with"
                        + " `Policy.REPEAT` allows `COARSE` and `LIMITED`.\n"
                        + "  fix: Write one of these, or leave `grain` out for `COARSE`. `GENERAL` goes with"
                        + " `Pattern.GRAPH` (`UNIT`), `Pattern.GRID` (`UNIT`) and `Pattern.TEMPLATE` (`ONCE`).");
    }

    @Test
    void aWrongChoiceIsOneErrorAndNothingFollowsFromIt() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF.replace("task<list>", "task<dag>"))
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype", pattern = Pattern.DAG, policy = Policy.REPEAT)
                        class Primes {
                            @Spoke @Online static long taskEval(PrimesTask task, HubLink hub) { return 1; }
                            static void main(VirtualCloud cloud) {
                                PrimesManager manager = PrimesManager.<Long>define(cloud, status -> {});
                                manager.onTell(Channel.of("t", Codecs.STRING), (from, text) -> manager.stop());
                                manager.onAsk(RequestReply.of("q", Codecs.LONG, Codecs.LONG), (from, n) -> n);
                                Optional<Long> aggregate = manager.aggregate();
                                manager.task();
                            }
                        }
                        """);

        assertThat(project.errors()).singleElement().asString().startsWith("2: `Pattern.DAG` has no policy `REPEAT`.");
        assertThat(project.errorsUnderEclipse())
                .singleElement()
                .asString()
                .startsWith("Primes.java:2: `Pattern.DAG` has no policy `REPEAT`.");
    }

    @Test
    void anEvaluatorOfCoarseGrainIsHandedNothingToCommunicateBy() {
        assertThat(errors(Pattern.LIST, "", COARSE + ", HubLink hub"))
                .containsExactly("5: The evaluator `Primes.taskEval` takes `(PrimesTask, HubLink)`, but its grain is"
                        + " `COARSE`.\n"
                        + "  why: A coarse task talks to nobody before it concludes, so its evaluator is handed its task"
                        + " alone. A `HubLink` goes with `Grain.LIMITED` of `Pattern.LIST` (`ISOLATED`).\n"
                        + "  fix: Write `taskEval(PrimesTask task)`, or `grain = Grain.LIMITED` into the annotation.");
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPLATE, ', policy = Policy.REPEAT', Communicator, Pattern.TEMPLATE` (`ONCE`),"
                + " 'or `policy = Policy.ONCE, grain = Grain.GENERAL` into the annotation'",
        "LIST, '', Communicator, Pattern.TEMPLATE` (`ONCE`), or manage the tasks by `Pattern.TEMPLATE`",
        "AGGREGATE, '', GridCommunicator, Pattern.GRID` (`UNIT`), or manage the tasks by `Pattern.GRID`"
    })
    void whatIsTakenIsSaidToBelongWhereItDoes(
            Pattern pattern, String choice, String taken, String place, String otherwise) {
        assertThat(errors(pattern, choice, COARSE + ", " + taken + " handle"))
                .singleElement()
                .asString()
                .startsWith("5: The evaluator `Primes.taskEval` takes `(PrimesTask, " + taken + ")`, but its grain is"
                        + " `COARSE`.\n")
                .contains("A `" + taken + "` goes with `Grain.GENERAL` of `" + place + ".\n")
                .endsWith("\n  fix: Write `taskEval(PrimesTask task)`, " + otherwise + ".");
    }

    @Test
    void anEvaluatorOfFineGrainTakesWhatItCommunicatesBy() {
        assertThat(errors(Pattern.LIST, ", grain = Grain.LIMITED", COARSE))
                .containsExactly(
                        "5: The evaluator `Primes.taskEval` takes `(PrimesTask)`, but its grain is `LIMITED`.\n"
                                + "  why: A task of this grain communicates, by the `HubLink` that its evaluator is handed. One that"
                                + " does not communicate is of coarse grain.\n"
                                + "  fix: Write `taskEval(PrimesTask task, HubLink link)`, or `grain = Grain.COARSE` into the"
                                + " annotation.");
        assertThat(errors(Pattern.GRAPH, "", COARSE))
                .singleElement()
                .asString()
                .endsWith("fix: Write `taskEval(PrimesTask task, GraphCommunicator communicator)`.");
    }

    @Test
    void anEvaluatorOfFineGrainTakesNothingElse() {
        assertThat(errors(Pattern.GRAPH, "", COARSE + ", GridCommunicator grid"))
                .containsExactly(
                        "5: The evaluator `Primes.taskEval` takes `(PrimesTask, GridCommunicator)`, but its grain"
                                + " is `GENERAL`.\n"
                                + "  why: What an evaluator is handed follows from pattern, policy and grain: this one gets a"
                                + " `GraphCommunicator`. A `GridCommunicator` goes with `Grain.GENERAL` of `Pattern.GRID` (`UNIT`).\n"
                                + "  fix: Write `taskEval(PrimesTask task, GraphCommunicator communicator)`, or manage the tasks by"
                                + " `Pattern.GRID`.");
        assertThat(errors(Pattern.GRAPH, "", COARSE + ", GraphCommunicator graph, int n"))
                .containsExactly("5: The evaluator `Primes.taskEval` takes `(PrimesTask, GraphCommunicator, int)`.\n"
                        + "  why: A Spoke hands an evaluator of grain `GENERAL` its task and a `GraphCommunicator`, and"
                        + " nothing else.\n"
                        + "  fix: Write `taskEval(PrimesTask task, GraphCommunicator communicator)`.");
    }

    @Test
    void anEvaluatorThatIsMissingIsDescribedAsItsGrainWantsIt() {
        Project project = new Project(root)
                .typedef("Primes.spmtype", Project.PRIMES_TYPEDEF)
                .source("demo.Primes", """
                        @TaskManager(typedef = "Primes.spmtype", grain = Grain.LIMITED) class Primes {}
                        """);

        assertThat(project.errors())
                .singleElement()
                .asString()
                .endsWith("fix: Add `@Spoke @Online public static R taskEval(PrimesTask task, HubLink link)`.");
    }

    @Test
    void aTaskThatAppliesAnApiIsOfCoarseGrain() {
        Project limited = new Project(root)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF)
                .source("demo.Each", "@TaskManager(typedef = \"Shell.spmtype\", grain = Grain.LIMITED) class Each {}");
        Project graph = new Project(root)
                .typedef("Shell.spmtype", Project.SHELL_TYPEDEF.replace("task<template>", "task<graph>"))
                .source(
                        "demo.Each",
                        "@TaskManager(typedef = \"Shell.spmtype\", pattern = Pattern.GRAPH) class Each {}");

        assertThat(limited.errors())
                .containsExactly("2: `Grain.LIMITED` does not go with a task that applies an API.\n"
                        + "  why: A task with `meta.api` is evaluated by the Spoke's backend, which communicates with"
                        + " nobody, so its grain is coarse; an evaluator of grain `LIMITED` is handed a `HubLink`.\n"
                        + "  fix: Write `scalar<module> module = deferred;` into `meta` in place of `api` and `apiArgs`, and"
                        + " evaluate the tasks in `taskEval`; or choose a coarse grain, and a pattern that has one.");
        assertThat(graph.errors())
                .singleElement()
                .asString()
                .startsWith("2: `Pattern.GRAPH` does not go with a task that applies an API.");
    }

    @Test
    void aConstantThatIsNotThereIsJavacsError() {
        Project project = project(Pattern.LIST, ", policy = Policy.ISOLATE", COARSE);

        assertThat(project.errorsUnderEclipse()).hasSize(1);
        assertThat(project.errors())
                .anyMatch(error -> error.contains("variable ISOLATE"))
                .noneMatch(error -> error.contains("why:"));
    }
}
