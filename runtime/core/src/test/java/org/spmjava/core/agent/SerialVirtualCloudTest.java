package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.error.SPMTaskEvalUncaught;
import org.spmjava.core.SerialVirtualCloud;

/** Sessions in one process and one thread keep the promises that need no second process. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialVirtualCloudTest {

    private static final org.spmjava.api.Timeout LONG = org.spmjava.api.Timeout.afterSeconds(300);

    private final List<TaskStatus<Trial, String>> statuses = new ArrayList<>();

    private static VirtualCloud cloud(int spokes) {
        return SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(spokes));
    }

    private static void end(VirtualCloud cloud) {
        cloud.close();
    }

    private static Conclusion manage(VirtualCloud cloud, ManagerHandle<Trial, String> handle) throws Exception {
        return handle.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
    }

    private static List<Verdict> verdicts(Conclusion conclusion) {
        return conclusion.tasks().stream().map(Conclusion.Outcome::verdict).toList();
    }

    @Test
    void aListReturnsEveryValueAndTakesTurnsAmongItsSpokes() throws Exception {
        try (VirtualCloud cloud = cloud(2)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            List.of("a", "b", "c", "d").forEach(what -> list.push(Trial.of(what)));
            Conclusion conclusion = manage(cloud, list);
            assertThat(conclusion.concludedWell()).isTrue();
            assertThat(statuses).extracting(TaskStatus::returnValue).containsExactly("a", "b", "c", "d");
            assertThat(statuses)
                    .extracting(status -> status.task().whoAmI())
                    .containsExactly("spoke-0.1:0", "spoke-1.2:1", "spoke-0.1:0", "spoke-1.2:1");
            assertThat(conclusion.spokes()).hasSize(2);
        }
    }

    @Test
    void anErrorBeforeTheCommandBeginsLeavesTheSessionOffline() throws Exception {
        AssertionError broken = new AssertionError("a definition that cannot be initialised");
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> failing = cloud.define(
                    new Trial.Definition() {
                        @Override
                        public Pattern pattern() {
                            return Pattern.TEMPLATE;
                        }

                        @Override
                        public long fingerprint() {
                            throw broken;
                        }
                    },
                    statuses::add);
            failing.push(Trial.of("never"));
            assertThatThrownBy(() -> manage(cloud, failing)).isSameAs(broken);
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("a"));
            assertThat(manage(cloud, list).concludedWell()).isTrue();
        }
    }

    @Test
    void aTemplateIsEvaluatedOnceByEachSpoke() throws Exception {
        try (VirtualCloud cloud = cloud(3)) {
            ManagerHandle<Trial, String> template = cloud.define(new Trial.AsTemplate(), statuses::add);
            template.push(Trial.of("clone"));
            assertThat(verdicts(manage(cloud, template)))
                    .containsExactly(Verdict.RETURNED, Verdict.RETURNED, Verdict.RETURNED);
            assertThat(statuses)
                    .extracting(status -> status.task().whoAmI())
                    .containsExactlyInAnyOrder("spoke-0.1:0", "spoke-1.2:1", "spoke-2.3:2");
        }
    }

    @Test
    void whatAnEvaluatorThrowsIsItsTasksFinalStatusAlone() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("throws", () -> {
                throw new IllegalStateException("boom\nand more");
            }));
            list.push(Trial.of("fine"));
            assertThat(verdicts(manage(cloud, list))).containsExactly(Verdict.EVAL_UNCAUGHT, Verdict.RETURNED);
            assertThatThrownBy(() -> statuses.get(0).returnValue())
                    .isInstanceOf(SPMTaskEvalUncaught.class)
                    .hasMessageEndingWith("java.lang.IllegalStateException: boom");
        }
    }

    @Test
    void aThrowableThatCannotEvenBePrintedIsUncaughtToo() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("hostile", () -> {
                throw new IllegalStateException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        throw new AssertionError("not printable");
                    }
                };
            }));
            list.push(Trial.of("talkative", () -> {
                throw new IllegalStateException("x".repeat(1 << 20));
            }));
            assertThat(verdicts(manage(cloud, list))).containsExactly(Verdict.EVAL_UNCAUGHT, Verdict.EVAL_UNCAUGHT);
            assertThat(statuses.get(1).exception().orElseThrow().getMessage()).hasSizeLessThan(10_000);
        }
    }

    @Test
    void aDeadlineThatPassedShowsWhenTheEvaluatorReturnsAndTheSpokeIsReplaced() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("slow", Trial.taking(50)).withTimeoutMs(10));
            list.push(Trial.of("fine"));
            assertThat(verdicts(manage(cloud, list))).containsExactly(Verdict.EVAL_TIMEOUT, Verdict.RETURNED);
            assertThat(statuses.get(1).task().whoAmI()).isEqualTo("spoke-0.2:0");
        }
    }

    @Test
    void aTasksClockStartsWhenItDoesHoweverLongOtherSpokesHoldTheThread() throws Exception {
        try (VirtualCloud cloud = cloud(2)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("holds the thread", Trial.taking(400)));
            list.push(Trial.of("quick").withTimeoutMs(200));
            assertThat(verdicts(manage(cloud, list))).containsExactly(Verdict.RETURNED, Verdict.RETURNED);
            assertThat(statuses.get(1).duration()).isLessThan(statuses.get(0).duration());
        }
    }

    @Test
    void theExecutionDeadlineHoldsBetweenTasks() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            for (int task = 0; task < 10; task++) {
                list.push(Trial.of("slow", Trial.taking(50)));
            }
            Conclusion conclusion = list.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    LONG,
                    org.spmjava.api.Timeout.afterMillis(75));
            assertThat(conclusion.count(Verdict.RETURNED)).isBetween(1L, 2L);
            assertThat(conclusion.count(Verdict.DROPPED)).isGreaterThan(5);
            assertThat(conclusion.tasks()).hasSize(10);
        }
    }

    @Test
    void relaunchFlagsBringFreshSpokes() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("first").withRelaunchPost());
            list.push(Trial.of("second"));
            list.push(Trial.of("third").withRelaunchPre());
            assertThat(manage(cloud, list).concludedWell()).isTrue();
            assertThat(statuses)
                    .extracting(status -> status.task().whoAmI())
                    .containsExactly("spoke-0.1:0", "spoke-0.2:0", "spoke-0.3:0");
        }
    }

    @Test
    void aListWithoutTasksConcludesWell() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            Conclusion conclusion = manage(cloud, cloud.define(new Trial.AsList(), statuses::add));
            assertThat(conclusion.concludedWell()).isTrue();
            assertThat(conclusion.tasks()).isEmpty();
        }
    }

    @Test
    void withoutSpokesEveryTaskIsDroppedAtTheWaitingDeadline() throws Exception {
        try (VirtualCloud cloud = cloud(0)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("a"));
            list.push(Trial.of("b"));
            Conclusion conclusion = list.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    org.spmjava.api.Timeout.afterMillis(20),
                    LONG);
            assertThat(verdicts(conclusion)).containsExactly(Verdict.DROPPED, Verdict.DROPPED);
            assertThat(conclusion.duration().toMillis()).isBetween(20L, 5_000L);
        }
    }

    @Test
    void noDoorOpensForAnEvaluator() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            List<Callable<Object>> doors = List.of(
                    () -> cloud.define(new Trial.AsTemplate(), status -> {}),
                    () -> manage(cloud, list),
                    () -> cloud(1),
                    () -> {
                        list.push(Trial.of("another"));
                        return null;
                    },
                    () -> {
                        end(cloud);
                        return null;
                    });
            for (int door = 0; door < doors.size(); door++) {
                Callable<Object> opened = doors.get(door);
                list.push(Trial.of("door " + door, () -> String.valueOf(opened.call())));
            }
            assertThat(manage(cloud, list).count(Verdict.EVAL_UNCAUGHT)).isEqualTo(doors.size());
            assertThat(statuses)
                    .allSatisfy(status -> assertThat(
                                    status.exception().orElseThrow().getMessage())
                            .contains("SPMInvariantViolation", "found Spoke (spoke-0.1), online"));
        }
    }

    @Test
    void noDoorButCloseOpensForACallback() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            List<ManagerHandle<Trial, String>> handles = new ArrayList<>();
            handles.add(cloud.define(new Trial.AsList(), status -> {
                assertThatThrownBy(() -> manage(cloud, handles.get(0))).isInstanceOf(SPMInvariantViolation.class);
                assertThatThrownBy(() -> handles.get(0).push(Trial.of("b"))).isInstanceOf(SPMInvariantViolation.class);
                assertThatThrownBy(() -> cloud.define(new Trial.AsTemplate(), other -> {}))
                        .isInstanceOf(SPMInvariantViolation.class)
                        .hasMessageEndingWith("found Hub, online (command 1)");
                statuses.add(status);
            }));
            handles.get(0).push(Trial.of("a"));
            assertThat(manage(cloud, handles.get(0)).concludedWell()).isTrue();
            assertThat(statuses).hasSize(1);
        }
    }

    @Test
    void aSignatureIsDefinedOnce() {
        try (VirtualCloud cloud = cloud(1)) {
            cloud.define(new Trial.AsList(), statuses::add);
            assertThatThrownBy(() -> cloud.define(new Trial.AsList(), statuses::add))
                    .isInstanceOf(SPMInvariantViolation.class);
        }
    }

    @Test
    void aRefusedManageKeepsWhatWasPushed() throws Exception {
        try (VirtualCloud cloud = cloud(1);
                VirtualCloud other = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("a"));
            assertThatThrownBy(() -> manage(other, list)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> list.manage(cloud.intraAll(), SpokeCount.of(2), SpokeCount.of(1), LONG, LONG))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(manage(cloud, list).tasks()).hasSize(1);
        }
    }

    @Test
    void whatACallbackThrowsComesOutOfManageAndTheSessionGoesOn() throws Exception {
        try (VirtualCloud cloud = cloud(2)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
                statuses.add(status);
                if (statuses.size() == 1) {
                    throw new LinkageError("from the callback");
                }
            });
            List.of("a", "b", "c").forEach(what -> list.push(Trial.of(what)));
            assertThatThrownBy(() -> manage(cloud, list)).isInstanceOf(LinkageError.class);
            assertThat(statuses).hasSize(1);
            list.push(Trial.of("again"));
            assertThat(manage(cloud, list).concludedWell()).isTrue();
            assertThat(statuses.get(1).task().whoAmI()).isIn("spoke-0.3:0", "spoke-1.4:0");
        }
    }

    @Test
    void closingInsideACallbackEndsTheCommandByForce() throws Exception {
        VirtualCloud cloud = cloud(2);
        ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
            statuses.add(status);
            cloud.close();
        });
        List.of("a", "b", "c", "d").forEach(what -> list.push(Trial.of(what)));
        Conclusion conclusion = manage(cloud, list);
        assertThat(conclusion.tasks()).hasSize(4);
        assertThat(conclusion.count(Verdict.RETURNED)).isEqualTo(1);
        assertThat(conclusion.count(Verdict.DROPPED)).isPositive();
        assertThatThrownBy(() -> list.push(Trial.of("e"))).hasMessageEndingWith("found Hub, session closed");
    }

    @Test
    void closingInAnotherThreadEndsTheCommandWhenTheEvaluatorReturns() throws Exception {
        VirtualCloud cloud = cloud(2);
        ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
        CountDownLatch evaluating = new CountDownLatch(1);
        CountDownLatch mayReturn = new CountDownLatch(1);
        list.push(Trial.of("waits", () -> {
            evaluating.countDown();
            mayReturn.await();
            return "done";
        }));
        list.push(Trial.of("second"));
        list.push(Trial.of("third"));
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
            try {
                evaluating.await();
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
            CompletableFuture.runAsync(
                    mayReturn::countDown, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
            cloud.close();
        });
        Conclusion conclusion = manage(cloud, list);
        assertThat(conclusion.tasks()).hasSize(3);
        assertThat(conclusion.count(Verdict.RETURNED)).isLessThan(3);
        closed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aContextClassLoaderThatATaskSetsConcernsTheTaskAlone() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (VirtualCloud cloud = cloud(1);
                URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), statuses::add);
            list.push(Trial.of("sets it", () -> {
                Thread.currentThread().setContextClassLoader(empty);
                return "set";
            }));
            assertThat(manage(cloud, list).concludedWell()).isTrue();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    @Test
    void anInterruptEndsTheCommandAndNoCallbackIsCalledAnyMore() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {
                statuses.add(status);
                Thread.currentThread().interrupt();
            });
            List.of("a", "b", "c").forEach(what -> list.push(Trial.of(what)));
            assertThatThrownBy(() -> manage(cloud, list)).isInstanceOf(InterruptedException.class);
            assertThat(statuses).hasSize(1);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    /** Whose results are joined. */
    public static final class Joined extends Trial.Definition {
        @Override
        public Pattern pattern() {
            return Pattern.AGGREGATE;
        }

        @Override
        public Policy policy() {
            return Policy.CENTRALIZED;
        }

        @Override
        public String reduce(String left, String right) {
            return left + right;
        }
    }

    @Test
    void aCommandThatWasGivenUpHasNoAggregate() throws Exception {
        try (VirtualCloud cloud = cloud(1)) {
            ManagerHandle<Trial, String> joined = cloud.define(new Joined(), status -> {
                if (status.label().equals("bad")) {
                    throw new IllegalStateException("from a callback");
                }
            });
            List.of("a", "b").forEach(what -> joined.push(Trial.of(what)));
            manage(cloud, joined);
            assertThat(joined.aggregate()).contains("ab");
            List.of("c", "bad", "d").forEach(what -> joined.push(Trial.of(what)));
            assertThatThrownBy(() -> manage(cloud, joined)).hasMessage("from a callback");
            assertThatThrownBy(joined::aggregate)
                    .isInstanceOf(SPMInvariantViolation.class)
                    .hasMessageContaining("a manager whose last manage has returned");
        }
    }

    @Test
    void noOtherThreadSaysStop() throws Exception {
        List<ManagerHandle<Trial, String>> list = new ArrayList<>();
        try (VirtualCloud cloud = cloud(1)) {
            list.add(cloud.define(
                    new Trial.AsList(),
                    status -> assertThatThrownBy(() -> CompletableFuture.runAsync(list.get(0)::stop)
                                    .join())
                            .hasCauseInstanceOf(SPMInvariantViolation.class)));
            List.of("a", "b").forEach(what -> list.get(0).push(Trial.of(what)));
            assertThat(manage(cloud, list.get(0)).concludedWell()).isTrue();
        }
    }

    @Test
    void aLimitIsOneOfThoseThatAFilterMeansWhereverTheyAre() throws Exception {
        org.spmjava.api.Timeout soon = org.spmjava.api.Timeout.afterMillis(300);
        try (VirtualCloud cloud = cloud(3)) {
            ManagerHandle<Trial, String> template = cloud.define(new Trial.AsTemplate(), statuses::add);
            template.push(Trial.of("two"));
            Conclusion two =
                    template.manage(cloud.intraAll().limit(2), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
            Pool others = cloud.intraAll().where(SpokeFilter.incarnationsOf(two).negate());
            assertThat(others.limit(1).size()).isEqualTo(1);
            template.push(Trial.of("one"));
            Conclusion one = template.manage(others.limit(1), SpokeCount.DEFAULT, SpokeCount.DEFAULT, soon, LONG);
            assertThat(one.spokes()).extracting(SpokeIdentity::slot).containsExactly(2);
            template.push(Trial.of("one of two"));
            Conclusion limited = template.manage(
                    cloud.intraAll().usedBy(two).limit(1), SpokeCount.DEFAULT, SpokeCount.of(3), soon, LONG);
            assertThat(limited.spokes()).hasSize(1);
            template.push(Trial.of("two of one"));
            Conclusion none = template.manage(
                    cloud.intraAll().usedBy(two).limit(1), SpokeCount.of(2), SpokeCount.DEFAULT, soon, LONG);
            assertThat(verdicts(none)).containsExactly(Verdict.DROPPED);
        }
    }
}
