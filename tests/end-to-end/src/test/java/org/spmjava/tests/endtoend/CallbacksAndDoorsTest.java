package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.error.SPMInvariantViolation;

/** Status callbacks, and the invariants at every door. */
@ExtendWith(Census.class)
class CallbacksAndDoorsTest {

    @TempDir
    private Path temporary;

    @Test
    void anExceptionOutOfACallbackEndsEverySpokeOfTheCommandBeforeManageThrowsIt() throws Exception {
        IllegalStateException thrown = new IllegalStateException("from the callback");
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            List<Verdict> called = new ArrayList<>();
            List<Long> before = new ArrayList<>();
            DeedsManager manager = DeedsManager.define(cloud, status -> {
                called.add(status.verdict());
                status.spoke().ifPresent(spoke -> before.add(spoke.incarnation()));
                throw thrown;
            });
            Clouds.push(manager, Deeds.FINE);
            Clouds.push(manager, Deeds.LOOP_FOR_EVER);
            Clouds.push(manager, Deeds.LOOP_FOR_EVER);
            assertThatThrownBy(() -> manager.manage(
                            cloud.intraAll(), SpokeCount.of(2), SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION))
                    .isSameAs(thrown);
            assertThat(called).containsExactly(Verdict.RETURNED);
            assertThat(Spokes.isAlive(1)).isFalse();
            assertThat(Spokes.isAlive(2)).isFalse();

            // The session goes on with new incarnations.
            Clouds.push(manager, Deeds.FINE);
            assertThatThrownBy(() -> Clouds.manage(manager, cloud.intraAll())).isSameAs(thrown);
            assertThat(before.get(1)).isGreaterThan(2);
        }
    }

    @Test
    void theCallbackRunsOnlineInTheThreadThatCalledManage() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            List<Thread> threads = new ArrayList<>();
            List<String> refusals = new ArrayList<>();
            DeedsManager[] self = new DeedsManager[1];
            self[0] = DeedsManager.define(cloud, status -> {
                threads.add(Thread.currentThread());
                refused(refusals, () -> Clouds.push(self[0], Deeds.FINE));
                refused(refusals, () -> Clouds.manage(self[0], cloud.intraAll()));
                refused(refusals, () -> EverywhereManager.define(cloud, other -> {}));
            });
            Clouds.push(self[0], Deeds.FINE);
            assertThat(Clouds.manage(self[0], cloud.intraAll()).concludedWell()).isTrue();
            assertThat(threads).containsExactly(Thread.currentThread());
            assertThat(refusals)
                    .hasSize(3)
                    .allSatisfy(refusal ->
                            assertThat(refusal).endsWith("expected Hub, offline, found Hub, online (command 1)"));
        }
    }

    private interface Door {
        void use() throws Exception;
    }

    private static void refused(List<String> refusals, Door door) throws Exception {
        try {
            door.use();
        } catch (SPMInvariantViolation violation) {
            refusals.add(violation.getMessage());
        }
    }

    @Test
    void onlyOneManagerIsOnlineAtATime() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, status -> {});
            EverywhereManager other = EverywhereManager.define(cloud, status -> {});
            Path signature = temporary.resolve("busy");
            Clouds.push(manager, Deeds.SIGN_IN_AND_AWAIT, signature.toString());
            CompletableFuture<Conclusion> first = CompletableFuture.supplyAsync(() -> {
                try {
                    return Clouds.manage(manager, cloud.intraAll());
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            Spokes.awaitSignature(signature);
            assertThatThrownBy(() -> other.manage(
                            cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION))
                    .isInstanceOf(SPMInvariantViolation.class)
                    .hasMessageContaining("found Hub, online");
            Files.createFile(temporary.resolve("busy.go"));
            assertThat(first.join().concludedWell()).isTrue();
        }
    }

    @Test
    void aSignatureIsDefinedOnceInASession() {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager.define(cloud, status -> {});
            assertThatThrownBy(() -> DeedsManager.define(cloud, status -> {}))
                    .isInstanceOf(SPMInvariantViolation.class)
                    .hasMessageContaining("expected a signature that is new in this session");
        }
    }

    @Test
    void aSpokeMayNotUseADoorOfTheHub() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            List<String> messages = new ArrayList<>();
            DeedsManager manager = DeedsManager.define(
                    cloud,
                    status -> messages.add(status.exception().orElseThrow().getMessage()));
            Clouds.push(manager, Deeds.CREATE_A_CLOUD);
            assertThat(Clouds.verdicts(Clouds.manage(manager, cloud.intraAll())))
                    .containsExactly(Verdict.EVAL_UNCAUGHT);
            assertThat(messages.get(0)).contains("expected Hub, offline, found Spoke (spoke-");
        }
    }

    @Test
    void aClosedSessionOpensNoDoorAndAPoolBelongsToItsCloud() {
        VirtualCloud closed = Clouds.ofTwoSpokes();
        DeedsManager manager = DeedsManager.define(closed, status -> {});
        closed.close();
        closed.close();
        assertThatThrownBy(() -> Clouds.push(manager, Deeds.FINE)).hasMessageContaining("found Hub, session closed");
        try (VirtualCloud other = Clouds.ofTwoSpokes()) {
            DeedsManager ofOther = DeedsManager.define(other, status -> {});
            Clouds.push(ofOther, Deeds.FINE);
            assertThatThrownBy(() -> Clouds.manage(ofOther, closed.intraAll()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another virtual cloud");
        }
    }

    @Test
    void aCommandThatIsOnlineWhenTheSessionIsClosedConcludes() throws Exception {
        VirtualCloud cloud = Clouds.ofTwoSpokes();
        List<Verdict> verdicts = new CopyOnWriteArrayList<>();
        DeedsManager manager = DeedsManager.define(cloud, status -> verdicts.add(status.verdict()));
        Path signature = temporary.resolve("running");
        Clouds.push(manager, Deeds.SIGN_IN_AND_LOOP, signature.toString());
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
            try {
                Spokes.awaitSignature(signature);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
            cloud.close();
        });
        Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());
        closing.join();
        assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_KILL);
        assertThat(verdicts).containsExactly(Verdict.EVAL_KILL);
    }

    @Test
    void anInterruptGivesTheCommandUpAndManageThrowsOnceItHasConcluded() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            DeedsManager manager = DeedsManager.define(cloud, status -> {});
            Path signature = temporary.resolve("running");
            Clouds.push(manager, Deeds.SIGN_IN_AND_LOOP, signature.toString());
            Thread user = Thread.currentThread();
            CompletableFuture<Void> interrupting = CompletableFuture.runAsync(() -> {
                try {
                    Spokes.awaitSignature(signature);
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
                user.interrupt();
            });
            assertThatThrownBy(() -> Clouds.manage(manager, cloud.intraAll())).isInstanceOf(InterruptedException.class);
            interrupting.join();
            Clouds.push(manager, Deeds.FINE);
            assertThat(Clouds.manage(manager, cloud.intraAll()).concludedWell()).isTrue();
        }
    }
}
