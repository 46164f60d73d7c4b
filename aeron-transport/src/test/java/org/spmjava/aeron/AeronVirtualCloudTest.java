package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;

class AeronVirtualCloudTest {

    private static final CloudOptions OPTIONS =
            CloudOptions.defaults().withSpokes(2).withSpokeHeapBytes(64L << 20);

    private final List<TaskStatus<Deed, String>> statuses = new ArrayList<>();

    private static Conclusion manage(VirtualCloud cloud, ManagerHandle<Deed, String> handle) throws Exception {
        return handle.manage(
                cloud.intraAll(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(30),
                Timeout.afterSeconds(60));
    }

    @Test
    void oneSessionManagesListsAndTemplatesWhateverTheirTasksDo() throws Exception {
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(OPTIONS)) {
            ManagerHandle<Deed, String> list = cloud.define(new Deed.ListDefinition(), statuses::add);
            ManagerHandle<Deed, String> template = cloud.define(new Deed.TemplateDefinition(), statuses::add);

            for (int i = 0; i < 1_000; i++) {
                list.push(new Deed("deed " + i, 10_000));
            }
            Conclusion first = manage(cloud, list);
            assertThat(first.concludedWell()).isTrue();
            assertThat(first.tasks()).hasSize(1_000);
            assertThat(statuses).hasSize(1_000);
            assertThat(statuses.get(0).returnValue())
                    .isEqualTo(statuses.get(0).task().what() + "!");

            statuses.clear();
            for (String what : List.of("throw", "exit", "fine", "fill the heap", "loop")) {
                list.push(new Deed(what, 1_000));
            }
            Conclusion second = manage(cloud, list);
            assertThat(second.tasks())
                    .extracting(Conclusion.Outcome::verdict)
                    .containsExactly(
                            Verdict.EVAL_UNCAUGHT,
                            Verdict.EVAL_FATAL,
                            Verdict.RETURNED,
                            Verdict.EVAL_FATAL,
                            Verdict.EVAL_TIMEOUT);
            assertThat(second.residue()).isEmpty();

            statuses.clear();
            template.push(new Deed("once each", 1_000));
            Conclusion third = manage(cloud, template);
            assertThat(third.concludedWell()).isTrue();
            assertThat(third.tasks()).hasSize(2);

            list.push(new Deed("again", 1_000));
            assertThat(manage(cloud, list).concludedWell()).isTrue();
        }
    }

    @Test
    void anExceptionOutOfACallbackComesOutOfManage() throws Exception {
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(OPTIONS)) {
            ManagerHandle<Deed, String> list = cloud.define(new Deed.ListDefinition(), status -> {
                throw new IllegalStateException("from the callback");
            });
            list.push(new Deed("one", 1_000));
            list.push(new Deed("two", 1_000));
            assertThatThrownBy(() -> manage(cloud, list)).hasMessage("from the callback");
        }
    }
}
