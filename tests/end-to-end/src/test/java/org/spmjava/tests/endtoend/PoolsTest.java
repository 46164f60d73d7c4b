package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;

/** Which Spokes a command takes, and that the tracker follows them whatever the Hub's code does. */
@ExtendWith(Census.class)
class PoolsTest {

    private final List<SpokeIdentity> joined = new CopyOnWriteArrayList<>();
    private final List<String> names = new ArrayList<>();

    private void follow(VirtualCloud cloud) {
        cloud.observe(new SessionObserver() {
            @Override
            public void onSpokeJoined(SpokeIdentity spoke) {
                joined.add(spoke);
            }
        });
    }

    private static Conclusion everywhere(EverywhereManager manager, Pool pool, SpokeCount min, Timeout wait)
            throws Exception {
        manager.task()
                .label("who")
                .module(EverywhereTask.Module.EVERYWHERE)
                .timeout(Timeout.afterSeconds(10))
                .push();
        return manager.manage(pool, min, SpokeCount.DEFAULT, wait, Clouds.EXECUTION);
    }

    @Test
    void aPoolOfWhatACommandUsedHoldsItsIncarnationsAndNeverTheirSuccessors() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            follow(cloud);
            EverywhereManager manager = EverywhereManager.define(cloud, status -> names.add(status.returnValue()));
            Conclusion first = everywhere(manager, cloud.intraAll(), SpokeCount.of(2), Clouds.WAIT);
            Pool used = cloud.intraAll().usedBy(first);
            assertThat(used.size()).isEqualTo(2);

            names.clear();
            Conclusion again = everywhere(manager, used, SpokeCount.of(2), Clouds.WAIT);
            assertThat(again.spokes()).isEqualTo(first.spokes());

            SpokeIdentity victim = first.spokes().iterator().next();
            Spokes.kill(victim.whoAmI());
            await().atMost(Duration.ofSeconds(15)).until(() -> joined.size() == 3);
            names.clear();
            Conclusion rest = everywhere(manager, used.limit(2), SpokeCount.of(1), Timeout.afterMillis(500));
            assertThat(names).hasSize(1).doesNotContain(victim.whoAmI());
            assertThat(first.spokes()).containsAll(rest.spokes());

            Pool successors =
                    cloud.intraAll().where(SpokeFilter.incarnationsOf(first).negate());
            names.clear();
            everywhere(manager, successors, SpokeCount.of(1), Timeout.afterMillis(500));
            assertThat(names).containsExactly(joined.get(2).whoAmI());
        }
    }

    @Test
    void aPoolOfAnotherHostHoldsNobodyHere() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            EverywhereManager manager = EverywhereManager.define(cloud, status -> {});
            Conclusion conclusion = everywhere(
                    manager,
                    cloud.inter().where(SpokeFilter.onHosts("no-such-host")),
                    SpokeCount.of(1),
                    Timeout.afterMillis(300));
            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.DROPPED);
            assertThat(conclusion.spokes()).isEmpty();
        }
    }

    @Test
    void aSpokeThatDiesWhileTheHubIsInACallbackIsReplacedBeforeTheCallbackReturns() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            follow(cloud);
            EverywhereManager manager = EverywhereManager.define(cloud, status -> {
                if (status.index() == 0) {
                    Spokes.kill(status.returnValue());
                    await().atMost(Duration.ofSeconds(15)).until(() -> joined.size() == 3);
                }
            });
            Conclusion conclusion = everywhere(manager, cloud.intraAll(), SpokeCount.of(2), Clouds.WAIT);
            assertThat(conclusion.concludedWell()).isTrue();
        }
    }

    @Test
    void aSpokeThatDiesWhileTheHubComputesIsReplacedMeanwhile() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            follow(cloud);
            await().atMost(Duration.ofSeconds(15)).until(() -> joined.size() == 2);
            Spokes.kill(joined.get(0).whoAmI());
            long deadlineNs = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (joined.size() < 3 && System.nanoTime() < deadlineNs) {
                Thread.onSpinWait();
            }
            assertThat(joined).hasSize(3);
        }
    }
}
