package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.core.SerialVirtualCloud;

/** What a user is told who asks about a task: before, while and after its command is online. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExplainTest {

    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);

    private final MemorySpokes spokes = new MemorySpokes();
    private final List<String> said = new ArrayList<>();

    private static Conclusion manage(VirtualCloud cloud, ManagerHandle<Trial, String> handle) throws Exception {
        return handle.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
    }

    private static Callable<String> throwing() {
        return () -> {
            throw new IllegalStateException("boom\nand more");
        };
    }

    // tag::explain[]
    private static String explained(VirtualCloud cloud, Conclusion conclusion) throws InterruptedException {
        String now = cloud.explain(1); // from any thread, also while manage has not returned
        return now + " " + conclusion.explain(1);
    }
    // end::explain[]

    @Test
    void anotherThreadIsToldWhileTheCommandIsOnline() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (VirtualCloud cloud = VirtualClouds.ofProcesses(spokes, spokes, 1, () -> {})) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("long", () -> {
                started.countDown();
                asked.await();
                return "done";
            }));
            list.push(Trial.of("next"));
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
                try {
                    started.await();
                    said.add(cloud.explain(0));
                    said.add(cloud.explain(1));
                } catch (InterruptedException impossible) {
                    throw new IllegalStateException(impossible);
                } finally {
                    asked.countDown();
                }
            });
            assertThat(manage(cloud, list).concludedWell()).isTrue();
            asking.join();
        }
        assertThat(said.get(0)).matches("Task 0 'long' runs on spoke-0.1@.*, since .*; its deadline passes in .* s\\.");
        assertThat(said.get(1)).isEqualTo("Task 1 'next' waits for a Spoke, as the next; 1 of at most 1 is up.");
    }

    @Test
    void aCallbackIsToldHowItsTaskEndedAndWhereTheOthersAre() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
                said.add(cloud.explain(0));
                said.add(cloud.explain(2));
            });
            list.push(Trial.of("throws", throwing()));
            list.push(Trial.of("second"));
            list.push(Trial.of("third"));
            manage(cloud, list);
        }
        assertThat(said.get(0))
                .matches("Task 0 'throws' ended EvalUncaught on spoke-0.1@.* after .* ms:"
                        + " java.lang.IllegalStateException: boom\\.");
        assertThat(said.get(1)).startsWith("Task 2 'third' waits for a Spoke, as the next");
        assertThat(said.get(5)).startsWith("Task 2 'third' returned on spoke-0.1@");
    }

    @Test
    void outsideOfACommandTheLastOneIsExplained() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            assertThat(cloud.explain(0)).isEqualTo("No command is online, and none has concluded before.");
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("works"));
            list.push(Trial.of("throws", throwing()));
            Conclusion conclusion = manage(cloud, list);
            assertThat(explained(cloud, conclusion)).endsWith("java.lang.IllegalStateException: boom.");
            assertThat(cloud.explain(0))
                    .startsWith(
                            "No command is online. In the last that concluded, command 1: Task 0 'works' returned on");
            assertThat(conclusion.explain(2)).isEqualTo("There is no task 2: the command had 2.");
        }
    }

    @Test
    void aCommandWhoseCallbackThrewIsNotExplainedAfterwards() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
                throw new IllegalStateException("from a callback");
            });
            list.push(Trial.of("works"));
            assertThatThrownBy(() -> manage(cloud, list)).hasMessage("from a callback");
            assertThat(cloud.explain(0)).isEqualTo("No command is online, and none has concluded before.");
        }
    }

    @Test
    void aSpokeMayNotAsk() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("asks", () -> cloud.explain(0)));
            assertThat(manage(cloud, list).explain(0)).contains("SPMInvariantViolation", "explain");
        }
    }
}
