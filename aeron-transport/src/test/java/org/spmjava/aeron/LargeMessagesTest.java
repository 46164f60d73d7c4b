package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spmjava.core.transport.SendResult;

/** Messages of all lengths, and peers that do not keep up. */
class LargeMessagesTest {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int MTU = 65504;
    private static final int LARGEST_WHOLE = MTU - 32 - Frame.HEADER_LENGTH;

    @Test
    void messagesOfAllLengthsArriveWholeBothWaysAmongSmallOnesOfOthers() {
        int max = 24 * MIB;
        List<Integer> lengths = List.of(
                0,
                1,
                1000,
                LARGEST_WHOLE - 1,
                LARGEST_WHOLE,
                LARGEST_WHOLE + 1,
                MTU - 1,
                MTU,
                MTU + 1,
                2 * LARGEST_WHOLE,
                2 * LARGEST_WHOLE + 1,
                128 * KIB - 1,
                128 * KIB,
                128 * KIB + 1,
                MIB,
                20 * MIB,
                max,
                3);
        try (Bench bench = new Bench(it -> it.withMaxMessageLength(max))) {
            AeronSpokeTransport large = bench.spoke(1);
            AeronSpokeTransport small = bench.spoke(2);
            assertThat(large.maxMessageLength()).isEqualTo(max);
            int[] smallSent = {0};
            int[] smallSeen = {0};
            for (int length : lengths) {
                ByteBuffer message = Bench.pattern(length, length);
                List<ByteBuffer> atHub = new ArrayList<>();
                List<ByteBuffer> atSpoke = new ArrayList<>();
                bench.until(() -> large.send(message) == SendResult.SENT);
                bench.until(() -> bench.hub.send(1, message) == SendResult.SENT);
                bench.until(() -> {
                    if (small.send(ByteBuffer.allocate(4).putInt(smallSent[0]).flip()) == SendResult.SENT) {
                        smallSent[0]++;
                    }
                    bench.hub.poll(
                            (from, received) -> {
                                if (from == 1) {
                                    atHub.add(Bench.copy(received));
                                } else {
                                    assertThat(received.getInt()).isEqualTo(smallSeen[0]++);
                                }
                            },
                            10);
                    large.poll(received -> atSpoke.add(Bench.copy(received)), 10);
                    return !atHub.isEmpty() && !atSpoke.isEmpty();
                });
                assertThat(atHub).hasSize(1);
                assertThat(atHub.get(0)).isEqualTo(message);
                assertThat(atSpoke).hasSize(1);
                assertThat(atSpoke.get(0)).isEqualTo(message);
            }
            ByteBuffer tooLong = ByteBuffer.allocate(max + 1);
            assertThatIllegalArgumentException().isThrownBy(() -> large.send(tooLong));
            assertThatIllegalArgumentException().isThrownBy(() -> bench.hub.send(1, tooLong));
            assertThatIllegalArgumentException().isThrownBy(() -> bench.hub.send(99, tooLong));
            assertThat(smallSeen[0]).isPositive();
            assertThat(bench.hub.malformedFrames()).isZero();
        }
    }

    @Test
    void theSmallestTermsCarryLargeMessagesToo() {
        try (Bench bench = new Bench(it -> it.withTermBufferLength(64 * KIB))) {
            AeronSpokeTransport spoke = bench.spoke(1);
            ByteBuffer message = Bench.pattern(5, 3 * MIB);
            List<ByteBuffer> seen = new ArrayList<>();
            assertThat(spoke.send(message)).isEqualTo(SendResult.SENT);
            bench.until(() -> {
                bench.hub.poll((from, received) -> seen.add(Bench.copy(received)), 1);
                return !seen.isEmpty();
            });
            assertThat(seen).containsExactly(message);
        }
    }

    @Test
    void aMessageThatWasBegunIsFinishedBeforeAnyOther() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            ByteBuffer large = Bench.pattern(1, 5 * MIB);
            ByteBuffer small = ByteBuffer.allocate(8).putLong(4711).flip();
            assertThat(bench.hub.send(1, large)).isEqualTo(SendResult.SENT);
            assertThat(bench.hub.send(1, small)).isEqualTo(SendResult.BACK_PRESSURE);
            large.array()[4 * MIB]++; // the sender's buffer is free again, whatever has left so far
            List<Integer> lengths = new ArrayList<>();
            boolean[] sent = {false};
            bench.until(() -> {
                sent[0] = sent[0] || bench.hub.send(1, small) == SendResult.SENT;
                spoke.poll(
                        message -> {
                            lengths.add(message.remaining());
                            if (message.remaining() == 5 * MIB) {
                                assertThat(Bench.copy(message)).isEqualTo(Bench.pattern(1, 5 * MIB));
                            }
                        },
                        1);
                return lengths.size() == 2;
            });
            assertThat(lengths).containsExactly(5 * MIB, 8);
        }
    }

    @Test
    void aPeerThatDoesNotPollHoldsUpNobodyElse() {
        try (Bench bench = new Bench()) {
            bench.spoke(1);
            AeronSpokeTransport awake = bench.spoke(2);
            ByteBuffer message = Bench.pattern(3, 1000);
            long accepted = 0;
            while (bench.hub.send(1, message) == SendResult.SENT) {
                accepted++;
            }
            assertThat(accepted).isBetween(300L, 1000L);
            int[] seen = {0};
            for (int i = 0; i < 10_000; i++) {
                assertThat(bench.hub.send(1, message)).isEqualTo(SendResult.BACK_PRESSURE);
                assertThat(bench.hub.send(2, message)).isEqualTo(SendResult.SENT);
                bench.turn();
                awake.poll(received -> seen[0]++, 10);
            }
            bench.until(() -> awake.poll(received -> seen[0]++, 100) == 0);
            assertThat(seen[0]).isEqualTo(10_000);
            assertThat(bench.hub.send(1, ByteBuffer.allocate(5 * MIB))).isEqualTo(SendResult.BACK_PRESSURE);
        }
    }

    @Test
    void closingAPeerWithAnUnfinishedMessageFreesItsMemory() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport stuck = bench.spoke(1);
            assertThat(bench.hub.send(1, ByteBuffer.allocate(20 * MIB))).isEqualTo(SendResult.SENT);
            assertThat(bench.hub.send(1, ByteBuffer.allocate(1))).isEqualTo(SendResult.BACK_PRESSURE);
            bench.hub.close(1);
            assertThat(bench.hub.send(1, ByteBuffer.allocate(1))).isEqualTo(SendResult.CLOSED);
            bench.until(stuck::isClosed);
            bench.until(() -> bench.logs() == 1);
        }
    }

    @Test
    void twoHundredThousandMessagesArriveInOrderBothWaysHoweverSlowlyTheyAreRead() {
        int count = 200_000;
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            Map<String, Integer> next = new LinkedHashMap<>();
            next.put("hub sends", 0);
            next.put("spoke sends", 0);
            next.put("hub sees", 0);
            next.put("spoke sees", 0);
            int[] backPressure = {0};
            int[] round = {0};
            bench.until(() -> {
                for (int i = 0; i < 2_000; i++) {
                    backPressure[0] += offer(next, "hub sends", count, message -> bench.hub.send(1, message));
                    backPressure[0] += offer(next, "spoke sends", count, spoke::send);
                }
                if (++round[0] % 3 == 0) {
                    bench.hub.poll((from, message) -> check(next, "hub sees", message), 3_000);
                    spoke.poll(message -> check(next, "spoke sees", message), 3_000);
                }
                return next.get("hub sees") == count && next.get("spoke sees") == count;
            });
            assertThat(backPressure[0]).isPositive();
            assertThat(next).containsEntry("hub sends", count).containsEntry("spoke sends", count);
        }
    }

    @Test
    void aPeerIsDrainedToItsLastMessageWhateverOthersSend() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport gone = bench.spoke(1);
            AeronSpokeTransport other = bench.spoke(2);
            ByteBuffer message = Bench.pattern(7, 40_000);
            int[] seen = {0};
            // Term after term, and at the end of each the log is padded.
            for (int sent = 1; sent <= 100; sent++) {
                assertThat(gone.send(message)).isEqualTo(SendResult.SENT);
                assertThat(other.send(ByteBuffer.allocate(8))).isEqualTo(SendResult.SENT);
                bench.hub.drain(1, (from, received) -> {
                    assertThat(from).isEqualTo(1);
                    seen[0]++;
                });
                assertThat(seen[0]).isEqualTo(sent);
                bench.turn();
            }
            int[] left = {0};
            bench.until(() -> bench.hub.poll((from, received) -> left[0]++, 1_000) == 0);
            assertThat(left[0]).isEqualTo(100);
        }
    }

    @Test
    void aSpokeIsFlushedOnceTheRestOfALongMessageHasLeft() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            assertThat(spoke.isFlushed()).isTrue();
            assertThat(spoke.send(Bench.pattern(1, 5 * MIB))).isEqualTo(SendResult.SENT);
            assertThat(spoke.isFlushed()).isFalse();
            int[] seen = {0};
            bench.until(() -> bench.hub.poll((from, received) -> seen[0]++, 1) == 1);
            assertThat(spoke.isFlushed()).isTrue();
        }
    }

    private interface Sender {
        SendResult send(ByteBuffer message);
    }

    /** Length and contents follow from the number. */
    private static int offer(Map<String, Integer> next, String who, int count, Sender sender) {
        int number = next.get(who);
        if (number == count) {
            return 0;
        }
        ByteBuffer message = ByteBuffer.allocate(4 + number % 61);
        message.putInt(number);
        while (message.hasRemaining()) {
            message.put((byte) number);
        }
        SendResult result = sender.send(message.flip());
        if (result == SendResult.SENT) {
            next.put(who, number + 1);
            return 0;
        }
        assertThat(result).isEqualTo(SendResult.BACK_PRESSURE);
        return 1;
    }

    private static void check(Map<String, Integer> next, String who, ByteBuffer message) {
        int number = next.get(who);
        if (message.remaining() != 4 + number % 61 || message.getInt() != number) {
            throw new AssertionError(who + " something else than message " + number);
        }
        while (message.hasRemaining()) {
            if (message.get() != (byte) number) {
                throw new AssertionError(who + " message " + number + " damaged");
            }
        }
        next.put(who, number + 1);
    }
}
