package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.error.SPMTaskEvalFatal;
import org.spmjava.api.error.SPMTaskEvalKill;
import org.spmjava.api.error.SPMTaskEvalTimeout;
import org.spmjava.api.error.SPMTaskEvalUncaught;

@ExtendWith(Census.class)
class KilledSpokesTest {

    @TempDir
    private Path temporary;

    private final List<TaskStatus<DeedsTask, String>> statuses = new ArrayList<>();

    @Test
    void aSpokeKilledWhileItEvaluatesCostsItsTaskAloneAndANewIncarnationJoins() throws Exception {
        List<SpokeIdentity> joined = new CopyOnWriteArrayList<>();
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            cloud.observe(new SessionObserver() {
                @Override
                public void onSpokeJoined(SpokeIdentity spoke) {
                    joined.add(spoke);
                }
            });
            DeedsManager manager = DeedsManager.define(cloud, statuses::add);
            Path signature = temporary.resolve("victim");
            Clouds.push(manager, Deeds.SIGN_IN_AND_LOOP, signature.toString());
            for (int i = 0; i < 20; i++) {
                Clouds.push(manager, Deeds.FINE);
            }
            CompletableFuture<String> killed = CompletableFuture.supplyAsync(() -> {
                try {
                    String victim = Spokes.awaitSignature(signature);
                    Spokes.kill(victim);
                    return victim;
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });

            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());

            String victim = killed.join();
            assertThat(conclusion.tasks().get(0).verdict()).isEqualTo(Verdict.EVAL_KILL);
            assertThat(conclusion.tasks().get(0).spoke().orElseThrow().whoAmI()).isEqualTo(victim);
            assertThat(conclusion.count(Verdict.RETURNED)).isEqualTo(20);
            assertThat(conclusion.residue()).isEmpty();
            TaskStatus<DeedsTask, String> dead = statuses.stream()
                    .filter(status -> status.index() == 0)
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(dead::returnValue)
                    .isInstanceOf(SPMTaskEvalKill.class)
                    .hasMessageContaining("SIGKILL");

            await().atMost(Duration.ofSeconds(15)).until(() -> joined.size() >= 3);
            SpokeIdentity successor = joined.get(2);
            assertThat(successor.incarnation()).isEqualTo(3);
            assertThat(victim).startsWith("spoke-" + successor.slot() + ".");
            List<String> names = new ArrayList<>();
            EverywhereManager everywhere = EverywhereManager.define(cloud, status -> names.add(status.returnValue()));
            everywhere
                    .task()
                    .label("who")
                    .module(EverywhereTask.Module.EVERYWHERE)
                    .timeout(Timeout.afterSeconds(10))
                    .push();
            everywhere.manage(cloud.intraAll(), SpokeCount.of(2), SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION);
            assertThat(names).hasSize(2).contains(successor.whoAmI()).doesNotContain(victim);
        }
    }

    @Test
    void anEvaluatorThatLoopsForEverTimesOutWithinASecondOfItsDeadline() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, statuses::add);
            Clouds.push(manager, Deeds.FINE);
            Clouds.manage(manager, cloud.intraAll());
            statuses.clear();

            Clouds.push(manager, Deeds.LOOP_FOR_EVER, Timeout.afterMillis(500));
            Clouds.push(manager, Deeds.FINE);
            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());

            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_TIMEOUT, Verdict.RETURNED);
            assertThat(conclusion.tasks().get(0).duration()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
            assertThat(conclusion.duration()).isLessThan(Duration.ofMillis(1500));
            assertThatThrownBy(() -> statuses.stream()
                            .filter(status -> status.index() == 0)
                            .findFirst()
                            .orElseThrow()
                            .returnValue())
                    .isInstanceOf(SPMTaskEvalTimeout.class);
        }
    }

    @Test
    void whatAnEvaluatorThrowsOrBreaksIsItsTasksFinalStatus() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, statuses::add);
            Clouds.push(manager, Deeds.THROW);
            Clouds.push(manager, Deeds.EXIT);
            Clouds.push(manager, Deeds.FILL_THE_HEAP);
            Clouds.push(manager, Deeds.EXIT_WITH_ZERO);
            Clouds.push(manager, Deeds.OVERFLOW_THE_STACK);
            Clouds.push(manager, Deeds.FINE);

            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());

            assertThat(Clouds.verdicts(conclusion))
                    .containsExactly(
                            Verdict.EVAL_UNCAUGHT,
                            Verdict.EVAL_FATAL,
                            Verdict.EVAL_FATAL,
                            Verdict.EVAL_FATAL,
                            Verdict.EVAL_UNCAUGHT,
                            Verdict.RETURNED);
            statuses.sort(Comparator.comparingInt(TaskStatus::index));
            assertThatThrownBy(() -> statuses.get(0).returnValue())
                    .isInstanceOfSatisfying(SPMTaskEvalUncaught.class, thrown -> {
                        assertThat(thrown).hasMessageContaining("boom");
                        assertThat(thrown.remoteStackTrace()).contains("Deeds.taskEval");
                        assertThat(thrown.label()).isEqualTo(Deeds.THROW);
                        assertThat(thrown.spoke()).isPresent();
                    });
            assertThatThrownBy(() -> statuses.get(1).returnValue())
                    .isInstanceOf(SPMTaskEvalFatal.class)
                    .hasMessageContaining("7");
        }
    }

    @Test
    void whatHappensWhilePreloadingIsALoadVerdict() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, statuses::add);
            for (Class<?> module : List.of(PreloadThrows.class, PreloadExits.class, PreloadLoops.class)) {
                manager.task()
                        .label(module.getSimpleName())
                        .module(DeedsTask.Module.DEEDS)
                        .timeout(Timeout.afterSeconds(1))
                        .deed(Deeds.FINE)
                        .modulePreload(module)
                        .push();
            }
            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());
            assertThat(Clouds.verdicts(conclusion))
                    .containsExactly(Verdict.LOAD_UNCAUGHT, Verdict.LOAD_FATAL, Verdict.LOAD_TIMEOUT);
        }
    }

    @Test
    void aThreadThatATaskLeavesBehindNeitherHoldsTheSessionNorTheProcess() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, statuses::add);
            Clouds.push(manager, Deeds.NON_DAEMON_THREAD);
            Clouds.push(manager, Deeds.FINE);
            assertThat(Clouds.manage(manager, cloud.intraAll()).concludedWell()).isTrue();
        }
    }

    @Test
    void aRelaunchBeforeOrAfterATaskGivesItAProcessOfItsOwn() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            List<String> names = new ArrayList<>();
            DeedsManager manager = DeedsManager.define(cloud, status -> names.add(status.returnValue()));
            for (int i = 0; i < 3; i++) {
                manager.task()
                        .label("own process " + i)
                        .module(DeedsTask.Module.DEEDS)
                        .timeout(Timeout.afterSeconds(20))
                        .deed(Deeds.FINE)
                        .relaunchPre(true)
                        .relaunchPost(true)
                        .push();
            }
            assertThat(Clouds.manage(manager, cloud.intraOnePerServer()).concludedWell())
                    .isTrue();
            assertThat(names).doesNotHaveDuplicates().hasSize(3);
        }
    }

    @Test
    void aResultOfManyMegabytesArrivesWhole() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            List<Integer> lengths = new ArrayList<>();
            DeedsManager manager = DeedsManager.define(
                    cloud, status -> lengths.add(status.returnValue().length()));
            Clouds.push(manager, Deeds.BIG_RESULT, "5000000");
            Clouds.push(manager, Deeds.BIG_RESULT, "1");
            assertThat(Clouds.manage(manager, cloud.intraAll()).concludedWell()).isTrue();
            assertThat(lengths).containsExactlyInAnyOrder(5_000_000, 1);
        }
    }
}
