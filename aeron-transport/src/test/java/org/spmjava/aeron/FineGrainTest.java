package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.core.SerialVirtualCloud;

/** The same tasks that communicate, in one process and in many. */
class FineGrainTest {

    private final List<TaskStatus<Talk, String>> statuses = new ArrayList<>();

    /** Where Spokes are. */
    enum Where {
        SERIAL {
            @Override
            VirtualCloud create(CloudOptions options) {
                return SerialVirtualCloud.create(options);
            }
        },
        PROCESSES {
            @Override
            VirtualCloud create(CloudOptions options) {
                return AeronVirtualCloud.createAsync(options);
            }
        };

        abstract VirtualCloud create(CloudOptions options);

        VirtualCloud create(int spokes) {
            return create(CloudOptions.defaults().withSpokes(spokes).withSpokeHeapBytes(256L << 20));
        }
    }

    private static <R> Conclusion manage(VirtualCloud cloud, ManagerHandle<Talk, R> handle, String... what)
            throws Exception {
        for (String each : what) {
            handle.push(new Talk(each, 20_000));
        }
        return handle.manage(
                cloud.intraAll(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(30),
                Timeout.afterSeconds(60));
    }

    private ManagerHandle<Talk, String> define(VirtualCloud cloud, TaskManagerDefinition<Talk, String> definition) {
        ManagerHandle<Talk, String> handle = cloud.define(definition, statuses::add);
        if (definition.grain() != org.spmjava.api.Grain.COARSE) {
            handle.onAsk(Talk.SQUARE, (from, number) -> number + "²=" + number * number + " ");
        }
        return handle;
    }

    private List<String> values() {
        List<String> values = statuses.stream().map(TaskStatus::returnValue).toList();
        statuses.clear();
        return values;
    }

    private void failed(Conclusion conclusion, int spokes, Verdict verdict, String... words) {
        assertThat(conclusion.tasks())
                .hasSize(spokes)
                .extracting(Conclusion.Outcome::verdict)
                .containsOnly(verdict);
        assertThat(statuses)
                .anySatisfy(
                        status -> assertThat(status.exception().orElseThrow().getMessage())
                                .contains(words));
        statuses.clear();
    }

    @ParameterizedTest
    @EnumSource
    void tasksAskAndTellTheHub(Where where) throws Exception {
        try (VirtualCloud cloud = where.create(2)) {
            List<String> news = new ArrayList<>();
            ManagerHandle<Talk, String> handle = define(cloud, new Talk.Asking());
            handle.onTell(Talk.NEWS, (from, message) -> news.add(from.label() + " " + message));
            Conclusion conclusion = manage(cloud, handle, "1", "2", "3", "unknown", "wrong handle", "4");
            assertThat(conclusion.tasks())
                    .extracting(Conclusion.Outcome::verdict)
                    .containsExactly(
                            Verdict.RETURNED,
                            Verdict.RETURNED,
                            Verdict.RETURNED,
                            Verdict.EVAL_UNCAUGHT,
                            Verdict.EVAL_UNCAUGHT,
                            Verdict.RETURNED);
            assertThat(news)
                    .hasSize(8)
                    .contains("1 before 1", "1 after 1²=1 ", "4 after 4²=16 ")
                    .containsSubsequence("3 before 3", "3 after 3²=9 ");
            TaskStatus<Talk, String> third =
                    statuses.stream().filter(it -> it.index() == 2).findFirst().orElseThrow();
            assertThat(third.returnValue()).isEqualTo("3²=9 4²=16 ");
            assertThat(conclusion.residue()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUnitExchangesLargeValuesAndNothingOfACommandArrivesInTheNext(Where where) throws Exception {
        try (VirtualCloud cloud = where.create(3)) {
            ManagerHandle<Talk, String> unit = define(cloud, new Talk.Unit());
            assertThat(manage(cloud, unit, "3000000").concludedWell()).isTrue();
            assertThat(values())
                    .containsExactlyInAnyOrder("<0><1><2>fresh0²=0 ", "<0><1><2>fresh1²=1 ", "<0><1><2>fresh2²=4 ");
            assertThat(manage(cloud, unit, "leave something behind").concludedWell())
                    .isTrue();
            assertThat(values()).containsOnly("left");
            assertThat(manage(cloud, unit, "1").concludedWell()).isTrue();
            assertThat(values())
                    .hasSize(3)
                    .allSatisfy(value -> assertThat(value).startsWith("<0><1><2>fresh"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBefallsOneBefallsAllAndTheNextCommandIsFine(Where where) throws Exception {
        try (VirtualCloud cloud = where.create(2)) {
            ManagerHandle<Talk, String> unit = define(cloud, new Talk.Unit());
            failed(manage(cloud, unit, "throw on one"), 2, Verdict.EVAL_UNCAUGHT, "rank 1 fails");
            failed(manage(cloud, unit, "mixed up"), 2, Verdict.EVAL_UNCAUGHT, "barrier", "allReduce on 'numbers'");
            failed(
                    manage(cloud, unit, "end on one"),
                    2,
                    Verdict.EVAL_UNCAUGHT,
                    where == Where.SERIAL ? "wait for each other" : "its task has ended");
            if (where == Where.SERIAL) {
                failed(
                        manage(cloud, unit, "wait for each other"),
                        2,
                        Verdict.EVAL_UNCAUGHT,
                        "the tasks wait for each other",
                        "rank 0 waits in receive on 'news' for a value from rank 1",
                        "rank 1 waits in receive on 'news' for a value from rank 0");
            } else {
                failed(manage(cloud, unit, "exit on one"), 2, Verdict.EVAL_FATAL, "exit code 9");
                unit.push(new Talk("wait for each other", 1_000));
                failed(manage(cloud, unit), 2, Verdict.EVAL_TIMEOUT, "deadline");
            }
            assertThat(manage(cloud, unit, "100").concludedWell()).isTrue();
            assertThat(values()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void graphsGridsAndAggregatesShareTheSameSpokes(Where where) throws Exception {
        try (VirtualCloud cloud = where.create(3)) {
            ManagerHandle<Talk, String> ring = define(cloud, new Talk.Ring());
            assertThat(manage(cloud, ring, "40").concludedWell()).isTrue();
            assertThat(values()).containsExactly("all 5", "all 5", "all 5");

            ManagerHandle<Talk, String> heat = define(cloud, new Talk.Heat());
            assertThat(manage(cloud, heat, "spread").concludedWell()).isTrue();
            assertThat(values()).hasSize(3).containsOnly("1024");

            ManagerHandle<Talk, Map<String, Long>> letters = cloud.define(new Talk.Letters(), status -> {});
            for (int round = 0; round < 2; round++) {
                assertThat(manage(cloud, letters, "abc", "aab", "cc", "b", "a").concludedWell())
                        .isTrue();
                assertThat(letters.aggregate().orElseThrow())
                        .containsOnly(Map.entry("a", 4L), Map.entry("b", 3L), Map.entry("c", 3L));
            }
        }
    }

    @Test
    void whatAKilledMemberDidNotTakeInHoldsUpNoOtherCommand() throws Exception {
        try (VirtualCloud cloud = Where.PROCESSES.create(2)) {
            ManagerHandle<Talk, String> unit = define(cloud, new Talk.Unit());
            failed(manage(cloud, unit, "send to one that exits"), 2, Verdict.EVAL_FATAL, "exit code 9");
            // A task that did not start at once would be over its deadline before the lost link is noticed.
            unit.push(new Talk("1", 7_000));
            assertThat(manage(cloud, unit).concludedWell()).isTrue();
        }
    }
}
