package org.spmjava.core.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.SpokeIdentity;

class TrackerTest {

    private static final Exit KILLED = new Exit(true, "signal 9");
    private static final TrackerConfig CONFIG = new TrackerConfig(2, 1_000, 500, 10, 80);

    private final List<String> told = new ArrayList<>();
    private final Tracker tracker = new Tracker(CONFIG, new Tracker.Outcomes() {
        @Override
        public void launch(int slot, long incarnation) {
            told.add("launch " + slot + "." + incarnation);
        }

        @Override
        public void destroy(long incarnation) {
            told.add("destroy " + incarnation);
        }

        @Override
        public void joined(SpokeIdentity spoke) {
            told.add("joined " + spoke);
        }

        @Override
        public void lost(SpokeIdentity spoke, Exit exit) {
            told.add("lost " + spoke + " " + exit.description());
        }
    });

    @Test
    void theFirstTickLaunchesEverySlot() {
        tracker.tick(0);
        assertThat(told).containsExactly("launch 0.1", "launch 1.2");
        assertThat(tracker.spokeIn(0)).isEmpty();
    }

    @Test
    void theClockMayStartBelowZero() {
        tracker.tick(-5_000);
        assertThat(told).containsExactly("launch 0.1", "launch 1.2");
    }

    @Test
    void aSpokeIsUpFromItsJoinToItsRetirement() {
        tracker.tick(0);
        assertThat(tracker.spokeIn(0)).isEmpty();
        tracker.joined(1, "host", 0);
        assertThat(tracker.spokeIn(0)).isPresent();
        tracker.retire(1, "enough");
        assertThat(tracker.spokeIn(0)).isEmpty();
        tracker.exited(1, KILLED, 1);
        assertThat(tracker.spokeIn(0)).isEmpty();
    }

    @Test
    void aSpokeIsThereOnceItHasJoined() {
        tracker.tick(0);
        told.clear();
        tracker.joined(1, "host", 5);
        assertThat(told).containsExactly("joined spoke-0.1@host");
        assertThat(tracker.spokeIn(0)).contains(new SpokeIdentity(0, 1, "host"));
        assertThat(tracker.spokeIn(1)).isEmpty();
    }

    @Test
    void aSpokeThatWorkedIsReplacedAtOnceByANewIncarnation() {
        tracker.tick(0);
        tracker.joined(1, "host", 5);
        told.clear();
        tracker.exited(1, KILLED, 6);
        assertThat(told).containsExactly("lost spoke-0.1@host signal 9", "launch 0.3");
        assertThat(tracker.spokeIn(0)).isEmpty();
    }

    @Test
    void aSpokeThatNeverJoinsIsTriedEverMoreSeldom() {
        tracker.tick(0);
        tracker.joined(2, "host", 0);
        List<Long> launchesNs = new ArrayList<>();
        long incarnation = 1;
        tracker.exited(incarnation, KILLED, 0);
        for (long nowNs = 0; nowNs < 400; nowNs++) {
            told.clear();
            tracker.tick(nowNs);
            if (!told.isEmpty()) {
                launchesNs.add(nowNs);
                incarnation = Long.parseLong(told.get(0).substring("launch 0.".length()));
                tracker.exited(incarnation, KILLED, nowNs);
            }
        }
        assertThat(launchesNs).containsExactly(10L, 30L, 70L, 150L, 230L, 310L, 390L);
    }

    @Test
    void aSpokeThatDoesNotJoinInTimeIsEnded() {
        tracker.tick(0);
        told.clear();
        tracker.tick(999);
        assertThat(told).isEmpty();
        tracker.tick(1_000);
        tracker.tick(1_001);
        assertThat(told).containsExactly("destroy 1", "destroy 2");
    }

    @Test
    void aSilentSpokeIsEndedAndOneThatIsHeardIsNot() {
        tracker.tick(0);
        tracker.joined(1, "host", 0);
        tracker.joined(2, "host", 0);
        told.clear();
        tracker.heard(2, 400);
        tracker.tick(500);
        assertThat(told).containsExactly("destroy 1");
        assertThat(tracker.spokeIn(0)).isEmpty();
        assertThat(tracker.spokeIn(1)).isPresent();
    }

    @Test
    void whatIsKnownToBeGoneIsLostOnce() {
        tracker.tick(0);
        tracker.exited(1, KILLED, 1);
        told.clear();
        tracker.exited(1, KILLED, 2);
        tracker.joined(1, "host", 3);
        tracker.retire(1, "again");
        assertThat(told).isEmpty();
    }

    @Test
    void theReasonOfARetirementIsTold() {
        tracker.tick(0);
        tracker.joined(1, "host", 0);
        tracker.retire(1, "its task overran");
        told.clear();
        tracker.exited(1, KILLED, 1);
        assertThat(told.get(0)).isEqualTo("lost spoke-0.1@host its task overran (signal 9)");
    }

    @Test
    void afterTheEndNothingIsLaunchedAndItIsOverWhenEveryProcessIsGone() {
        tracker.tick(0);
        tracker.joined(1, "host", 0);
        told.clear();
        tracker.end();
        assertThat(told).containsExactly("destroy 1", "destroy 2");
        assertThat(tracker.ended()).isFalse();
        tracker.exited(1, KILLED, 1);
        tracker.exited(2, KILLED, 1);
        told.clear();
        tracker.tick(10_000);
        assertThat(told).isEmpty();
        assertThat(tracker.ended()).isTrue();
    }

    @Test
    void aSpokeIsUsedOnceItWasGivenATask() {
        tracker.tick(0);
        tracker.joined(1, "host", 0);
        assertThat(tracker.used(1)).isFalse();
        tracker.use(1);
        assertThat(tracker.used(1)).isTrue();
        tracker.exited(1, KILLED, 1);
        assertThat(tracker.used(3)).isFalse();
    }
}
