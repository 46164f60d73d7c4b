package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.testing.SpmSimulation;

/** Programs with generated managers under simulated faults. */
class SimulatedProgramTest {

    private static final int TASKS = 10;
    private static final Set<Verdict> VERDICTS = ConcurrentHashMap.newKeySet();
    private static final Set<List<Integer>> ORDERS = ConcurrentHashMap.newKeySet();

    // tag::test[]
    @SpmSimulation(seeds = 100)
    void theSumIsRightWhateverBefallsTheSpokes(VirtualCloud cloud) throws Exception {
        Squares squares = new Squares(cloud);
        assertThat(squares.sumUpTo(20, cloud.intraAll())).isEqualTo(2870);
    }
    // end::test[]

    @SpmSimulation(seeds = 100)
    void everyTaskHasOneVerdictInTime(VirtualCloud cloud) throws Exception {
        List<Integer> order = new ArrayList<>();
        Conclusion conclusion = manage(cloud, status -> order.add(status.index()));
        assertThat(order).hasSize(TASKS).doesNotHaveDuplicates();
        assertThat(conclusion.duration()).isLessThan(Duration.ofSeconds(90));
        ORDERS.add(order);
        VERDICTS.addAll(conclusion.counts().keySet());
    }

    @SpmSimulation(
            seeds = 50,
            faults = {})
    void withoutFaultsAllReturn(VirtualCloud cloud) throws Exception {
        assertThat(manage(cloud, status -> {}).counts()).containsOnlyKeys(Verdict.RETURNED);
    }

    @SpmSimulation(seeds = 20)
    void anExceptionOutOfACallbackLeavesManage(VirtualCloud cloud) {
        assertThatThrownBy(() -> manage(cloud, status -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @AfterAll
    static void theFaultsThatWereAskedForCameAndTasksEndedInManyOrders() {
        // One seed that is replayed has less to show.
        if (ORDERS.size() > 1) {
            assertThat(VERDICTS).contains(Verdict.RETURNED, Verdict.EVAL_KILL, Verdict.EVAL_TIMEOUT);
            assertThat(ORDERS).hasSizeGreaterThan(50);
        }
    }

    private static Conclusion manage(VirtualCloud cloud, StatusCallback<DeedsTask, String> onStatus) throws Exception {
        DeedsManager deeds = DeedsManager.define(cloud, onStatus);
        for (int task = 0; task < TASKS; task++) {
            deeds.task()
                    .label("task " + task)
                    .module(DeedsTask.Module.DEEDS)
                    .timeout(Timeout.afterSeconds(5))
                    .deed(Deeds.FINE)
                    .push();
        }
        return deeds.manage(
                cloud.intraAll(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(10),
                Timeout.afterSeconds(60));
    }
}
