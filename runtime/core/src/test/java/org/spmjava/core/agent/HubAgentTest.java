package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.error.SPMError;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.tracker.TrackerConfig;

/** The Hub's agent and the user's threads, with Spokes in memory: whatever happens, manage comes back. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubAgentTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MANY_POLLS = 2_000;
    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);

    private final MemorySpokes spokes = new MemorySpokes();
    private final List<TaskStatus<Trial, String>> statuses = new ArrayList<>();
    private VirtualCloud cloud;

    private ManagerHandle<Trial, String> list(int slots) {
        cloud = VirtualClouds.ofProcesses(spokes, spokes, slots, () -> {});
        return cloud.define(new Trial.AsList(), statuses::add);
    }

    private Conclusion manage(ManagerHandle<Trial, String> handle) throws Exception {
        return handle.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
    }

    private static Callable<String> for300s(CountDownLatch started) {
        return () -> {
            started.countDown();
            return Trial.taking(300_000).call();
        };
    }

    private static List<Verdict> verdicts(Conclusion conclusion) {
        return conclusion.tasks().stream().map(Conclusion.Outcome::verdict).toList();
    }

    @AfterEach
    void close() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Test
    void thousandsOfTasksReturnUnderBackPressure() throws Exception {
        ManagerHandle<Trial, String> list = list(2);
        spokes.refuse(50);
        for (int task = 0; task < 5_000; task++) {
            list.push(Trial.of("task " + task));
        }
        Conclusion conclusion = manage(list);
        assertThat(conclusion.concludedWell()).isTrue();
        assertThat(statuses)
                .hasSize(5_000)
                .allSatisfy(status -> assertThat(status.returnValue()).isEqualTo(status.label()));
    }

    @Test
    void aCommandThatIsInvokedWhileTheSessionEndsIsAnswered() {
        HubAgent agent =
                new HubAgent(spokes, spokes, new Observers(System::nanoTime), new TrackerConfig(0, 1, 1, 1, 1));
        AtomicBoolean invoked = new AtomicBoolean();
        CommandSpec spec = new CommandSpec(
                1,
                "Definition",
                42,
                Pattern.LIST,
                Policy.ISOLATED,
                Grain.COARSE,
                List.of(),
                1,
                new TreeSet<>(),
                SpokeFilter.every(),
                1,
                1,
                1,
                1);
        // After the inbox was looked at for the last time, and before anybody can know that the session is over.
        spokes.onPoll(() -> {
            if (invoked.compareAndSet(false, true)) {
                agent.invoke(new HubEvent.CommandInvoked(spec));
            }
        });
        agent.tell(new HubEvent.SessionEnded());
        agent.start();
        await().atMost(10, TimeUnit.SECONDS).until(() -> invoked.get() && agent.poll() != null);
    }

    @Test
    void aSpokeThatIsEndedBeforeItIsLaunchedIsNotLaunched() throws Exception {
        HubAgent agent = new HubAgent(
                spokes, spokes, new Observers(System::nanoTime), new TrackerConfig(1, SECOND, SECOND, 1, 1));
        agent.poll(); // the first tick asks for a Spoke, which the agent's thread launches
        agent.tell(new HubEvent.SessionEnded());
        agent.start();
        assertThat(agent.awaitOver(10 * SECOND)).isTrue();
        assertThat(spokes.launched()).isZero();
    }

    @Test
    void whileACallbackTakesItsTimeTheOtherTasksGoOn() throws Exception {
        CountDownLatch third = new CountDownLatch(3);
        cloud = VirtualClouds.ofProcesses(spokes, spokes, 1, () -> {});
        ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
            statuses.add(status);
            assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        });
        for (int task = 0; task < 3; task++) {
            list.push(Trial.of("counted " + task, () -> {
                third.countDown();
                return "done";
            }));
        }
        assertThat(manage(list).concludedWell()).isTrue();
        assertThat(statuses).hasSize(3);
    }

    @Test
    void anAgentThatFailsTellsTheCommandThatIsOnlineAndThoseThatFollow() {
        ManagerHandle<Trial, String> list = list(1);
        CountDownLatch started = new CountDownLatch(1);
        list.push(Trial.of("for ever", for300s(started)));
        spokes.onPoll(() -> {
            if (started.getCount() == 0) {
                throw new IllegalStateException("the transport broke");
            }
        });
        assertThatThrownBy(() -> manage(list)).isInstanceOf(SPMError.class).hasStackTraceContaining("transport broke");
        list.push(Trial.of("another"));
        assertThatThrownBy(() -> manage(list)).isInstanceOf(SPMError.class).hasStackTraceContaining("transport broke");
    }

    @Test
    void aWayThatCannotBeOpenedForNowIsTriedAgain() throws Exception {
        spokes.failToOpen(new UncheckedIOException(new IOException("no space left")));
        ManagerHandle<Trial, String> list = list(1);
        list.push(Trial.of("task"));
        assertThat(manage(list).concludedWell()).isTrue();
    }

    @Test
    void aSpokeThatIsKilledOrSpeaksNonsenseTakesOnlyItsTaskWithIt() throws Exception {
        ManagerHandle<Trial, String> list = list(1);
        list.push(Trial.of("is killed", () -> {
            spokes.kill(1);
            return "never heard";
        }));
        list.push(Trial.of("babbles", () -> {
            spokes.babble(2);
            return Trial.taking(300_000).call();
        }));
        list.push(Trial.of("fine"));
        assertThat(verdicts(manage(list))).containsExactly(Verdict.EVAL_KILL, Verdict.EVAL_KILL, Verdict.RETURNED);
    }

    @Test
    void closingInsideACallbackEndsTheCommandAndManageReturns() throws Exception {
        cloud = VirtualClouds.ofProcesses(spokes, spokes, 2, () -> {});
        ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
            statuses.add(status);
            cloud.close();
        });
        list.push(Trial.of("quick"));
        list.push(Trial.of("for ever", for300s(new CountDownLatch(1))));
        assertThat(manage(list).tasks()).hasSize(2);
    }

    @Test
    void closingInAnotherThreadEndsTheCommandByForce() throws Exception {
        ManagerHandle<Trial, String> list = list(1);
        CountDownLatch started = new CountDownLatch(1);
        list.push(Trial.of("for ever", for300s(started)));
        list.push(Trial.of("never"));
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
            await().until(() -> started.getCount() == 0);
            cloud.close();
        });
        assertThat(verdicts(manage(list))).containsExactly(Verdict.EVAL_KILL, Verdict.DROPPED);
        closed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void anInterruptEndsTheCommandByForceAndNoCallbackIsCalledAnyMore() {
        ManagerHandle<Trial, String> list = list(1);
        CountDownLatch started = new CountDownLatch(1);
        list.push(Trial.of("for ever", for300s(started)));
        Thread user = Thread.currentThread();
        CompletableFuture.runAsync(() -> {
            await().until(() -> started.getCount() == 0);
            user.interrupt();
        });
        assertThatThrownBy(() -> manage(list)).isInstanceOf(InterruptedException.class);
        assertThat(statuses).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptAfterACallbackThrewDoesNotHideWhatItThrew() throws Exception {
        cloud = VirtualClouds.ofProcesses(spokes, spokes, 1, () -> {});
        ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("from the callback");
        });
        list.push(Trial.of("a"));
        assertThatThrownBy(() -> manage(list)).hasMessage("from the callback");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theSessionGoesOnAfterACallbackThrew() throws Exception {
        AtomicBoolean threw = new AtomicBoolean();
        cloud = VirtualClouds.ofProcesses(spokes, spokes, 2, () -> {});
        ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
            if (threw.compareAndSet(false, true)) {
                throw new IllegalStateException("from the callback");
            }
            statuses.add(status);
        });
        List.of("a", "b", "c").forEach(what -> list.push(Trial.of(what)));
        assertThatThrownBy(() -> manage(list)).hasMessage("from the callback");
        List.of("d", "e").forEach(what -> list.push(Trial.of(what)));
        assertThat(manage(list).concludedWell()).isTrue();
        assertThat(statuses).hasSize(2);
    }

    @Test
    void sessionsThatAreClosedWhileACommandBeginsNeverHoldIt() throws Exception {
        for (int round = 0; round < 50; round++) {
            ManagerHandle<Trial, String> list = list(1);
            list.push(Trial.of("task"));
            VirtualCloud session = cloud;
            CompletableFuture<Void> closed = CompletableFuture.runAsync(session::close);
            try {
                assertThat(manage(list).tasks()).hasSize(1);
            } catch (SPMError closedBefore) {
                assertThat(closedBefore).hasMessageContaining("session");
            }
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSpokeThatTakesNothingKeepsNobodyBusy() throws Exception {
        ManagerHandle<Trial, String> handle = list(1);
        AtomicLong polls = new AtomicLong();
        CountDownLatch refused = new CountDownLatch(1);
        handle.push(Trial.of("first", () -> {
            spokes.refuse(Integer.MAX_VALUE);
            refused.countDown();
            return "done";
        }));
        for (int i = 0; i < 300; i++) {
            // More than are sent ahead, so that some are refused.
            handle.push(Trial.of("later"));
        }
        spokes.onPoll(polls::incrementAndGet);
        CompletableFuture<Long> tookNs = CompletableFuture.supplyAsync(() -> {
            try {
                refused.await();
                long before = polls.get();
                long startNs = System.nanoTime();
                await().until(() -> polls.get() >= before + MANY_POLLS);
                return System.nanoTime() - startNs;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                spokes.refuse(0);
            }
        });
        assertThat(manage(handle).concludedWell()).isTrue();
        // Who does not park polls as often in some milliseconds.
        assertThat(tookNs.get()).isGreaterThan(SECOND / 4);
    }

    @Test
    void theSpokesAreLookedAfterWhileACallbackRuns() throws Exception {
        AtomicLong polls = new AtomicLong();
        AtomicBoolean lookedAfter = new AtomicBoolean();
        cloud = VirtualClouds.ofProcesses(spokes, spokes, 1, () -> {});
        ManagerHandle<Trial, String> handle = cloud.define(new Trial.AsList(), status -> {
            long before = polls.get();
            await().until(() -> polls.get() > before + 10);
            lookedAfter.set(true);
        });
        spokes.onPoll(polls::incrementAndGet);
        handle.push(Trial.of("one"));
        assertThat(manage(handle).concludedWell()).isTrue();
        assertThat(lookedAfter).isTrue();
    }
}
