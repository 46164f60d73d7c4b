package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.error.SPMTaskDropped;
import org.spmjava.core.SerialVirtualCloud;

/** DAGs as their user sees them. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialDagTest {

    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);

    private final List<TaskStatus<Trial, String>> statuses = new ArrayList<>();

    private static VirtualCloud cloud() {
        return SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2));
    }

    private static Conclusion manage(VirtualCloud cloud, ManagerHandle<Trial, String> handle) throws Exception {
        return handle.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
    }

    @Test
    void everyTaskRunsAfterThoseThatItNeeds() throws Exception {
        List<String> order = new ArrayList<>();
        try (VirtualCloud cloud = cloud()) {
            ManagerHandle<Trial, String> dag = cloud.define(new Trial.AsDag(), statuses::add);
            TaskRef source = dag.pushAfter(noting(order, "source"), List.of());
            TaskRef left = dag.pushAfter(noting(order, "left"), List.of(source));
            TaskRef right = dag.pushAfter(noting(order, "right"), List.of(source));
            TaskRef sink = dag.pushAfter(noting(order, "sink"), List.of(left, right));
            assertThat(sink.index()).isEqualTo(3);
            assertThat(manage(cloud, dag).concludedWell()).isTrue();
        }
        assertThat(order).hasSize(4).startsWith("source").endsWith("sink");
    }

    private static Trial noting(List<String> order, String what) {
        return Trial.of("notes " + what, () -> {
            order.add(what);
            return what;
        });
    }

    @Test
    void whatNeedsATaskThatFailedIsDroppedAndSaysWhy() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            ManagerHandle<Trial, String> dag = cloud.define(new Trial.AsDag(), statuses::add);
            TaskRef source = dag.pushAfter(
                    Trial.of("compile", () -> {
                        throw new IllegalStateException("boom");
                    }),
                    List.of());
            TaskRef link = dag.pushAfter(Trial.of("link"), List.of(source));
            dag.pushAfter(Trial.of("test"), List.of(link));
            dag.push(Trial.of("document"));
            Conclusion conclusion = manage(cloud, dag);
            assertThat(conclusion.tasks())
                    .extracting(Conclusion.Outcome::verdict)
                    .containsExactly(Verdict.EVAL_UNCAUGHT, Verdict.DROPPED, Verdict.DROPPED, Verdict.RETURNED);
        }
        assertThat(statuses)
                .filteredOn(status -> status.label().equals("test"))
                .singleElement()
                .satisfies(status -> assertThatThrownBy(status::returnValue)
                        .isInstanceOf(SPMTaskDropped.class)
                        .hasMessageContaining("it needs task 'compile', which ended EvalUncaught"));
    }

    @Test
    void aPredecessorOfAnEarlierManageIsRefused() throws Exception {
        try (VirtualCloud cloud = cloud()) {
            ManagerHandle<Trial, String> dag = cloud.define(new Trial.AsDag(), statuses::add);
            TaskRef taken = dag.pushAfter(Trial.of("first"), List.of());
            manage(cloud, dag);
            assertThatThrownBy(() -> dag.pushAfter(Trial.of("second"), List.of(taken)))
                    .isInstanceOf(SPMInvariantViolation.class)
                    .hasMessageContaining("since its last manage");
        }
    }

    @Test
    void aListHasNoPredecessors() {
        try (VirtualCloud cloud = cloud()) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            assertThatThrownBy(() -> list.pushAfter(Trial.of("a"), List.of()))
                    .isInstanceOf(SPMInvariantViolation.class)
                    .hasMessageContaining("a manager of a DAG");
        }
    }
}
