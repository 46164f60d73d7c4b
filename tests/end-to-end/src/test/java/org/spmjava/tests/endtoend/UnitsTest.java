package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;

/** Tasks of general grain: they talk to each other, and share one fate. */
@ExtendWith(Census.class)
class UnitsTest {

    @TempDir
    private Path temporary;

    private final TreeMap<Integer, TaskStatus<TogetherTask, String>> statuses = new TreeMap<>();
    private final List<String> news = new ArrayList<>();

    private TogetherManager define(VirtualCloud cloud) {
        TogetherManager manager = TogetherManager.define(cloud, status -> statuses.put(status.index(), status));
        manager.onAsk(Together.SQUARE, (from, number) -> number * number);
        manager.onTell(Together.NEWS, (from, message) -> news.add(message));
        return manager;
    }

    private Conclusion manage(
            VirtualCloud cloud, TogetherManager manager, String what, String argument, Timeout timeout)
            throws Exception {
        statuses.clear();
        manager.task()
                .label(what)
                .module(TogetherTask.Module.TOGETHER)
                .timeout(timeout)
                .what(what)
                .argument(argument)
                .push();
        return manager.manage(
                cloud.intraAll().limit(2), SpokeCount.of(2), SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION);
    }

    private Conclusion manage(VirtualCloud cloud, TogetherManager manager, String what) throws Exception {
        return manage(cloud, manager, what, "", Timeout.afterSeconds(30));
    }

    private List<String> values() {
        return statuses.values().stream().map(TaskStatus::returnValue).toList();
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void everyPrimitiveGivesWhatItPromises(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            manage(cloud, define(cloud), Together.ALL_PRIMITIVES);

            assertThat(values())
                    .containsExactly(
                            "100 | good day | [0, 10] | Optional[3] | 2 | Optional[[r0, r1]] | 101",
                            "121 | good day | [1, 11] | Optional.empty | 2 | Optional.empty | 100");
            assertThat(news).containsExactlyInAnyOrder("rank 0 is here", "rank 1 is here");
        }
    }

    @Test
    void twoTasksThatSendEachOtherMoreThanAnyLinkHoldsBothReturn() throws Exception {
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            manage(cloud, define(cloud), Together.BIG_TO_EACH_OTHER);

            assertThat(values()).containsExactly("26214400 of 1 and 1", "26214400 of 0 and 0");
        }
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void anExceptionOfOneTaskIsTheFinalStatusOfAllAndNamesIt(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            TogetherManager manager = define(cloud);
            Conclusion conclusion = manage(cloud, manager, Together.ONE_THROWS);

            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_UNCAUGHT, Verdict.EVAL_UNCAUGHT);
            assertThat(statuses.get(0).exception().orElseThrow()).hasMessageContainingAll("shared with rank 1", "boom");
            assertThat(statuses.get(0).exception().orElseThrow().remoteStackTrace())
                    .contains("Together.taskEval");
            manage(cloud, manager, Together.ALL_PRIMITIVES);
            assertThat(values()).hasSize(2);
        }
    }

    @Test
    void aTaskThatIsKilledEndsThoseThatWaitForIt() throws Exception {
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            Path signature = temporary.resolve("victim");
            CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                try {
                    Spokes.kill(Spokes.awaitSignature(signature));
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            Conclusion conclusion = manage(
                    cloud, define(cloud), Together.ONE_IS_KILLED, signature.toString(), Timeout.afterSeconds(30));

            killed.join();
            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_KILL, Verdict.EVAL_KILL);
            assertThat(conclusion.residue()).isEmpty();
        }
    }

    @Test
    void tasksThatWaitForEachOtherInVainEndAtTheirDeadline() throws Exception {
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            Conclusion conclusion = manage(cloud, define(cloud), Together.WAIT_IN_VAIN, "", Timeout.afterMillis(700));

            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_TIMEOUT, Verdict.EVAL_TIMEOUT);
        }
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void tasksThatCallDifferentCollectivesAreToldSoInsteadOfWaiting(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            Conclusion conclusion = manage(cloud, define(cloud), Together.MIXED_UP);

            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_UNCAUGHT, Verdict.EVAL_UNCAUGHT);
            assertThat(statuses.get(0).exception().orElseThrow()).hasMessageContaining("SPMInvariantViolation");
            assertThat(conclusion.duration()).isLessThan(Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void whatOneCommandLeftUnreceivedNeverArrivesInTheNext(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            TogetherManager manager = define(cloud);
            manage(cloud, manager, Together.LEAVE_UNRECEIVED);
            manage(cloud, manager, Together.RECEIVE_WITHIN_A_SECOND);

            assertThat(values()).containsExactly("14", "14");
        }
    }
}
