package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.core.transport.SendResult;

/** One or a few Spokes and their Hub. */
class AeronTransportTest {

    @Test
    void aPingIsAnsweredByAPong() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(7);
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                int number = i;
                ByteBuffer ping = ByteBuffer.allocate(Integer.BYTES).putInt(i).flip();
                assertThat(bench.hub.send(7, ping)).isEqualTo(SendResult.SENT);
                assertThat(ping.remaining()).isEqualTo(Integer.BYTES);
                bench.until(() ->
                        spoke.poll(message -> assertThat(spoke.send(message)).isEqualTo(SendResult.SENT), 10) == 1);
                bench.until(() -> bench.hub.poll(
                                (from, message) -> {
                                    assertThat(from).isEqualTo(7);
                                    assertThat(message.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
                                    assertThat(message.getInt()).isEqualTo(number);
                                    seen.add("pong");
                                },
                                10)
                        == 1);
            }
            assertThat(seen).hasSize(1_000);
            assertThat(bench.hub.malformedFrames()).isZero();
        }
    }

    @Test
    void allKindsOfBuffersAreSentFromPositionToLimitAndStayAsTheyAre() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            byte[] bytes = {9, 9, 1, 2, 3, 9};
            ByteBuffer direct = ByteBuffer.allocateDirect(6).put(bytes).clear();
            ByteBuffer sliced =
                    ByteBuffer.wrap(new byte[] {0, 9, 9, 1, 2, 3, 9}).slice(1, 6);
            for (ByteBuffer buffer : List.of(
                    ByteBuffer.wrap(bytes),
                    ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
                    direct,
                    direct.asReadOnlyBuffer(),
                    sliced)) {
                buffer.position(2).limit(5);
                assertThat(bench.hub.send(1, buffer)).isEqualTo(SendResult.SENT);
                assertThat(buffer.position()).isEqualTo(2);
                assertThat(buffer.limit()).isEqualTo(5);
                bench.until(() -> spoke.poll(
                                message -> assertThat(Bench.copy(message))
                                        .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3})),
                                1)
                        == 1);
            }
        }
    }

    @Test
    void aSpokeThatIsNotThereYetMeansBackPressureAndOneThatWasNeverOpenedMeansClosed() {
        try (Bench bench = new Bench()) {
            ByteBuffer message = ByteBuffer.allocate(8);
            bench.hub.open(3);
            assertThat(bench.hub.send(3, message)).isEqualTo(SendResult.BACK_PRESSURE);
            assertThat(bench.hub.send(4, message)).isEqualTo(SendResult.CLOSED);
            bench.hub.close(3);
            bench.hub.close(3);
            bench.hub.close(4);
            assertThat(bench.hub.send(3, message)).isEqualTo(SendResult.CLOSED);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bench.hub.open(3))
                    .withMessageContaining("used before");
            assertThatIllegalArgumentException().isThrownBy(() -> bench.hub.open(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> bench.hub.open(Integer.MAX_VALUE));
        }
    }

    @Test
    void whatAHandlerThrowsReachesTheCallerAndLosesNothingElse() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            for (int i = 0; i < 10; i++) {
                ByteBuffer message = ByteBuffer.allocate(4).putInt(i).flip();
                assertThat(spoke.send(message)).isEqualTo(SendResult.SENT);
                assertThat(bench.hub.send(1, message)).isEqualTo(SendResult.SENT);
            }
            List<Integer> atHub = new ArrayList<>();
            List<Integer> atSpoke = new ArrayList<>();
            for (int i = 0; i < 10; i += 2) {
                int even = i;
                assertThatThrownBy(() -> bench.hub.poll((from, message) -> atHub.add(failOn(even, message)), 100))
                        .hasMessage("no " + even);
                assertThat(bench.hub.poll((from, message) -> atHub.add(message.getInt()), 1))
                        .isEqualTo(1);
                assertThatThrownBy(() -> spoke.poll(message -> atSpoke.add(failOn(even, message)), 100))
                        .isInstanceOf(AssertionError.class)
                        .hasMessage("no " + even);
                assertThat(spoke.poll(message -> atSpoke.add(message.getInt()), 1))
                        .isEqualTo(1);
            }
            assertThat(atHub).containsExactly(1, 3, 5, 7, 9);
            assertThat(atSpoke).containsExactly(1, 3, 5, 7, 9);
        }
    }

    private static int failOn(int unwanted, ByteBuffer message) {
        int value = message.getInt();
        if (value == unwanted) {
            throw new AssertionError("no " + value);
        }
        return value;
    }

    @Test
    void noMoreMessagesThanTheLimitAreHandedOver() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            ByteBuffer message = ByteBuffer.allocate(8);
            for (int i = 0; i < 5; i++) {
                first.send(message);
                second.send(message);
            }
            List<Long> from = new ArrayList<>();
            assertThat(bench.hub.poll((sender, received) -> from.add(sender), 0))
                    .isZero();
            assertThat(bench.hub.poll((sender, received) -> from.add(sender), 3))
                    .isEqualTo(3);
            assertThat(bench.hub.poll((sender, received) -> from.add(sender), 3))
                    .isEqualTo(3);
            assertThat(from).contains(1L, 2L);
            assertThat(bench.hub.poll((sender, received) -> from.add(sender), 100))
                    .isEqualTo(4);
            assertThat(bench.hub.poll((sender, received) -> from.add(sender), 100))
                    .isZero();
        }
    }

    @Test
    void aHandlerMaySendAndOpenAndCloseButNotPoll() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            first.send(ByteBuffer.allocate(4));
            second.send(ByteBuffer.allocate(4));
            bench.until(() -> bench.hub.poll(
                            (from, message) -> {
                                assertThatIllegalStateException()
                                        .isThrownBy(() -> bench.hub.poll((sender, nested) -> {}, 1));
                                bench.hub.close(from);
                                bench.hub.open(from + 10);
                                bench.hub.doWork();
                            },
                            2)
                    == 2);
            first.send(ByteBuffer.allocate(4));
            second.send(ByteBuffer.allocate(4));
            assertThat(bench.hub.poll((from, message) -> bench.hub.close(), 2)).isEqualTo(1);
            assertThat(bench.hub.isClosed()).isTrue();
        }
    }

    @Test
    void whatASpokeSentBeforeItWasClosedIsStillPolled() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            for (int i = 0; i < 100; i++) {
                assertThat(spoke.send(ByteBuffer.allocate(4).putInt(i).flip())).isEqualTo(SendResult.SENT);
            }
            spoke.close();
            assertThat(spoke.send(ByteBuffer.allocate(4))).isEqualTo(SendResult.CLOSED);
            assertThat(spoke.isClosed()).isTrue();
            bench.hub.close(1);
            List<Integer> seen = new ArrayList<>();
            bench.until(() -> {
                bench.hub.poll((from, message) -> seen.add(message.getInt()), 7);
                return seen.size() == 100;
            });
            assertThat(seen).isSorted().doesNotHaveDuplicates();
            bench.until(() -> bench.logs() == 0);
        }
    }

    @Test
    void aSpokeThatEndedIsClosedForSends() {
        try (Bench bench = new Bench()) {
            bench.spoke(1).close();
            bench.until(() -> bench.hub.send(1, ByteBuffer.allocate(4)) == SendResult.CLOSED);
        }
    }

    @Test
    void aSpokeThatTheHubClosesReadsWhatWasSentBeforeAndThenIsClosed() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            bench.hub.send(1, ByteBuffer.allocate(4).putInt(42).flip());
            bench.hub.close(1);
            List<Integer> seen = new ArrayList<>();
            bench.until(() -> {
                spoke.poll(message -> seen.add(message.getInt()), 10);
                return spoke.isClosed();
            });
            assertThat(seen).containsExactly(42);
            assertThat(spoke.send(ByteBuffer.allocate(4))).isEqualTo(SendResult.CLOSED);
            assertThat(spoke.poll(message -> {}, 1)).isZero();
            assertThat(spoke.doWork()).isZero();
        }
    }

    @Test
    void aSpokeLearnsThatTheHubHasEnded() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            bench.hub.close();
            bench.hub.close();
            long startNs = System.nanoTime();
            bench.until(() -> spoke.isClosed());
            assertThat(Bench.millisSince(startNs)).isLessThan(5_000);
            assertThat(spoke.send(ByteBuffer.allocate(4))).isEqualTo(SendResult.CLOSED);
            assertThat(bench.hub.send(1, ByteBuffer.allocate(4))).isEqualTo(SendResult.CLOSED);
            assertThat(bench.hub.poll((from, message) -> {}, 1)).isZero();
            assertThat(bench.hub.doWork()).isZero();
            assertThatIllegalStateException().isThrownBy(() -> bench.hub.open(2));
        }
    }

    @Test
    void anInterruptedThreadGoesOnAndStaysInterrupted() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            Thread.currentThread().interrupt();
            try {
                for (int i = 0; i < 1_000; i++) {
                    bench.turn();
                }
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            } finally {
                Thread.interrupted();
            }
            assertThat(spoke.isClosed()).isFalse();
            assertThat(bench.hub.isClosed()).isFalse();
            bench.spoke(2);
        }
    }

    @Test
    void manySpokesComeAndGoAndTheirMemoryWithThem() {
        try (Bench bench = new Bench(it -> it.withTermBufferLength(64 * 1024))) {
            for (int i = 0; i < 30; i++) {
                AeronSpokeTransport spoke = bench.spoke(i);
                spoke.close();
                bench.hub.close(i);
            }
            bench.until(() -> bench.logs() == 0);
        }
    }
}
