package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.core.transport.SendResult;

/** Spokes that are killed or stopped, and a Hub that is. */
class SpokeProcessTest {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void aMessageGoesToAnotherProcessAndComesBack() {
        try (Bench bench = new Bench();
                SpokeProcess spoke = SpokeProcess.launch(SpokeProcess.ECHO, bench.hub.open(1))) {
            ByteBuffer large = Bench.pattern(8, 10 * 1024 * 1024);
            List<ByteBuffer> seen = new ArrayList<>();
            bench.until(() -> bench.hub.send(1, ByteBuffer.wrap(new byte[] {1, 2, 3})) == SendResult.SENT);
            bench.until(() -> bench.hub.send(1, large) == SendResult.SENT);
            bench.until(() -> {
                bench.hub.poll((from, message) -> seen.add(Bench.copy(message)), 10);
                return seen.size() == 2;
            });
            assertThat(seen).containsExactly(ByteBuffer.wrap(new byte[] {1, 2, 3}), large);
            assertThat(spoke.isAlive()).isTrue();
        }
    }

    @Test
    void whatAKilledSpokeHadSentIsStillPolledAndTheOthersGoOn() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(SHORT));
                SpokeProcess spoke = SpokeProcess.launch(SpokeProcess.FLOOD_AND_ECHO, bench.hub.open(1))) {
            AeronSpokeTransport other = bench.spoke(2);
            bench.until(spoke::hasSpoken);
            assertThat(spoke.line()).isEqualTo("flooded");
            spoke.kill();
            bench.hub.close(1);
            bench.until(() -> bench.logs() < 4); // the publication to it is gone, long before the driver misses it
            int[] fromOther = {0};
            bench.until(() -> {
                other.send(ByteBuffer.allocate(4));
                bench.hub.poll((from, message) -> fromOther[0] += from == 2 ? 1 : 0, 1);
                return fromOther[0] > 100;
            });
            bench.turnFor(SHORT.plus(SHORT)); // beyond its liveness; what is unread stays
            List<Integer> seen = new ArrayList<>();
            bench.until(() -> {
                bench.hub.poll(
                        (from, message) -> {
                            if (from == 1) {
                                seen.add(message.getInt());
                            }
                        },
                        100);
                return !seen.isEmpty() && seen.get(seen.size() - 1) == SpokeProcess.FLOOD - 1;
            });
            assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(SpokeProcess.FLOOD - 200);
            bench.until(() -> bench.logs() == 2);
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void aSpokeThatIsKilledWhileItWritesHoldsUpNobody() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(SHORT));
                SpokeProcess spoke = SpokeProcess.launch(SpokeProcess.CLAIM, bench.hub.open(1))) {
            AeronSpokeTransport other = bench.spoke(2);
            bench.until(spoke::hasSpoken);
            spoke.kill();
            int[] seen = {0, 0, 0};
            for (int i = 0; i < 1_000; i++) {
                bench.until(() -> other.send(ByteBuffer.allocate(4)) == SendResult.SENT);
                bench.until(() -> bench.hub.poll((from, message) -> seen[(int) from]++, 10) == 0);
            }
            bench.until(() -> {
                bench.hub.poll((from, message) -> seen[(int) from]++, 10);
                return bench.logs() == 3; // its own is gone too, although it has not been finished
            });
            assertThat(seen).containsExactly(0, 1, 1_000);
            assertThat(bench.hub.malformedFrames()).isZero();
            bench.hub.close(1);
            bench.until(() -> bench.logs() == 2);
        }
    }

    @Test
    void aSpokeThatIsStoppedForTooLongIsClosedWhenItGoesOnAndThrowsNothing() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(SHORT));
                SpokeProcess spoke = SpokeProcess.launch(SpokeProcess.ECHO, bench.hub.open(1))) {
            AeronSpokeTransport other = bench.spoke(2);
            bench.until(() -> bench.hub.send(1, ByteBuffer.allocate(4)) == SendResult.SENT);
            bench.until(() -> bench.hub.poll((from, message) -> {}, 1) == 1);
            spoke.signal("STOP");
            bench.until(() -> {
                assertThat(bench.hub.send(2, ByteBuffer.allocate(4))).isEqualTo(SendResult.SENT);
                other.poll(message -> {}, 100);
                return bench.hub.send(1, ByteBuffer.allocate(4)) == SendResult.CLOSED;
            });
            spoke.signal("CONT");
            bench.until(spoke::hasSpoken);
            assertThat(spoke.line()).isEqualTo("closed CLOSED");
            bench.until(() -> !spoke.isAlive());
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void aSpokeThatDidNotRunForTooLongTouchesNoMemoryAnyMore() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(SHORT))) {
            AeronSpokeTransport spoke = bench.spoke(1);
            Bench.until(bench.hub::doWork, () -> bench.hub.send(1, ByteBuffer.allocate(4)) == SendResult.CLOSED);
            assertThat(spoke.poll(message -> {}, 10)).isZero();
            assertThat(spoke.isClosed()).isTrue();
            assertThat(spoke.send(ByteBuffer.allocate(4))).isEqualTo(SendResult.CLOSED);
            assertThat(spoke.doWork()).isZero();
        }
    }

    @Test
    void aHubThatDidNotRunForTooLongLosesItsSpokesAndGoesOnWithNewOnes() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(SHORT))) {
            AeronSpokeTransport spoke = bench.spoke(1);
            Bench.until(spoke::doWork, spoke::isClosed);
            spoke.close();
            bench.until(() -> bench.hub.send(1, ByteBuffer.allocate(4)) == SendResult.CLOSED);
            bench.hub.close(1);
            assertThat(bench.hub.isClosed()).isFalse();
            bench.spoke(2);
            bench.until(() -> bench.logs() == 2);
        }
    }

    @Test
    void aSpokeWhoseIncarnationWasClosedBeforeItCameGivesUp() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(Duration.ofSeconds(1)))) {
            List<String> args = bench.hub.open(1);
            bench.hub.close(1);
            bench.turn();
            AeronSpokeTransport late = AeronSpokeTransport.connect(args);
            bench.spokes.add(late);
            bench.until(late::isClosed);
        }
    }
}
