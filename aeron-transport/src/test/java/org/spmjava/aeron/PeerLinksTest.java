package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.core.transport.SendResult;

/** Spokes that talk to each other. */
class PeerLinksTest {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int LARGEST_WHOLE = 65504 - 32 - Frame.HEADER_LENGTH;

    @Test
    void aPingIsAnsweredByAPong() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            for (int i = 0; i < 1_000; i++) {
                int number = i;
                ByteBuffer ping = ByteBuffer.allocate(Integer.BYTES).putInt(i).flip();
                bench.until(() -> first.sendTo(2, ping) == SendResult.SENT);
                assertThat(ping.remaining()).isEqualTo(Integer.BYTES);
                ByteBuffer pong = receive(bench, second, 1);
                bench.until(() -> second.sendTo(1, pong) == SendResult.SENT);
                assertThat(receive(bench, first, 2).getInt()).isEqualTo(number);
            }
        }
    }

    private static ByteBuffer receive(Bench bench, AeronSpokeTransport spoke, long sender) {
        List<ByteBuffer> seen = new ArrayList<>();
        bench.until(() -> spoke.pollPeers(
                        (from, message) -> {
                            assertThat(from).isEqualTo(sender);
                            assertThat(message.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
                            seen.add(Bench.copy(message));
                        },
                        1)
                == 1);
        return seen.get(0);
    }

    @Test
    void messagesOfAllLengthsArriveWhole() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            List<Integer> lengths = List.of(
                    0, 1, LARGEST_WHOLE, LARGEST_WHOLE + 1, 2 * LARGEST_WHOLE, 128 * KIB, 128 * KIB + 1, 20 * MIB, 3);
            for (int length : lengths) {
                ByteBuffer message = Bench.pattern(length, length);
                bench.until(() -> first.sendTo(2, message) == SendResult.SENT);
                assertThat(receive(bench, second, 1)).isEqualTo(message);
            }
            ByteBuffer tooLong = ByteBuffer.allocate(first.maxMessageLength() + 1);
            assertThatIllegalArgumentException().isThrownBy(() -> first.sendTo(2, tooLong));
        }
    }

    @Test
    void messagesArriveInOrderHoweverSlowlyTheyAreRead() {
        int count = 50_000;
        try (Bench bench = new Bench()) {
            AeronSpokeTransport[] spokes = {bench.spoke(0), bench.spoke(1), bench.spoke(2)};
            int[][] sent = new int[3][3];
            int[][] seen = new int[3][3];
            int[] round = {0, 0};
            bench.until(() -> {
                round[0]++;
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        while (i != j && sent[i][j] < count) {
                            ByteBuffer message = ByteBuffer.allocate(4 + sent[i][j] % 61);
                            message.putInt(0, sent[i][j]);
                            if (spokes[i].sendTo(j, message) != SendResult.SENT) {
                                round[1]++;
                                break;
                            }
                            sent[i][j]++;
                        }
                    }
                }
                int receiver = round[0] % 3;
                int[] expected = seen[receiver];
                spokes[receiver].pollPeers(
                        (from, message) -> {
                            assertThat(message.remaining()).isEqualTo(4 + expected[(int) from] % 61);
                            assertThat(message.getInt()).isEqualTo(expected[(int) from]++);
                        },
                        1_000);
                return total(seen) == 6 * count;
            });
            assertThat(round[1]).isPositive();
        }
    }

    private static int total(int[][] counts) {
        int total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        return total;
    }

    @Test
    void twoThatSendEachOtherMoreThanThereIsRoomForBothGetOnWhileBothPoll() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            ByteBuffer large = Bench.pattern(4, 5 * MIB);
            int[] sent = {0, 0};
            int[] seen = {0, 0};
            int[] backPressure = {0};
            bench.until(() -> {
                backPressure[0] += offer(first, 2, large, sent, 0) + offer(second, 1, large, sent, 1);
                first.pollPeers((from, message) -> check(large, message, seen, 0), 1);
                second.pollPeers((from, message) -> check(large, message, seen, 1), 1);
                return seen[0] == 5 && seen[1] == 5;
            });
            assertThat(sent).containsExactly(5, 5);
            assertThat(backPressure[0]).isPositive();
        }
    }

    private static int offer(AeronSpokeTransport spoke, long to, ByteBuffer message, int[] sent, int index) {
        if (sent[index] == 5) {
            return 0;
        }
        if (spoke.sendTo(to, message) == SendResult.SENT) {
            sent[index]++;
            return 0;
        }
        return 1;
    }

    private static void check(ByteBuffer expected, ByteBuffer message, int[] seen, int index) {
        assertThat(message).isEqualTo(expected);
        seen[index]++;
    }

    @Test
    void aPeerThatDoesNotPollHoldsUpNobodyElse() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport sender = bench.spoke(1);
            bench.spoke(2);
            AeronSpokeTransport awake = bench.spoke(3);
            ByteBuffer message = Bench.pattern(3, 1_000);
            bench.until(() -> sender.sendTo(2, message) == SendResult.SENT);
            while (sender.sendTo(2, message) == SendResult.SENT) {
                bench.turn();
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(sender.sendTo(2, message)).isEqualTo(SendResult.BACK_PRESSURE);
                bench.until(() -> sender.sendTo(3, message) == SendResult.SENT);
                assertThat(receive(bench, awake, 1)).isEqualTo(message);
                bench.until(() -> sender.send(message) == SendResult.SENT);
                bench.until(() -> bench.hub.poll((from, received) -> {}, 1) == 1);
            }
        }
    }

    @Test
    void aSpokeIsFlushedOnceTheRestOfALongMessageToAnotherHasLeft() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            ByteBuffer large = Bench.pattern(1, 3 * MIB);
            bench.until(() -> first.sendTo(2, large) == SendResult.SENT);
            assertThat(first.isFlushed()).isFalse();
            assertThat(first.isFlushedToHub()).isTrue();
            large.array()[3 * MIB - 1]++; // the sender's buffer is free again, whatever has left so far
            assertThat(receive(bench, second, 1)).isEqualTo(Bench.pattern(1, 3 * MIB));
            assertThat(first.isFlushed()).isTrue();
        }
    }

    @Test
    void aLinkTakesMemoryOnceItIsUsed() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            bench.spoke(3);
            assertThat(bench.logs()).isEqualTo(6);
            ByteBuffer message = Bench.pattern(1, 100);
            bench.until(() -> first.sendTo(2, message) == SendResult.SENT);
            bench.until(() -> first.sendTo(3, message) == SendResult.SENT);
            assertThat(bench.logs()).isEqualTo(8);
            assertThat(receive(bench, second, 1)).isEqualTo(message);
            assertThat(bench.logs()).isEqualTo(8);
        }
    }

    @Test
    void theMemoryOfALinkIsFreedWhenItsReceiverHasGoneAlsoIfNobodySendsToItAgain() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            bench.until(() -> first.sendTo(2, Bench.pattern(1, 100)) == SendResult.SENT);
            second.close();
            bench.hub.close(2);
            bench.until(() -> bench.logs() == 2);
            assertThat(first.sendTo(2, Bench.pattern(1, 100))).isEqualTo(SendResult.CLOSED);
        }
    }

    @Test
    void whatASpokeSentBeforeItEndedIsStillPolledAndSendsToItAreClosed() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            bench.until(() -> first.sendTo(2, ByteBuffer.allocate(1)) == SendResult.SENT);
            for (int i = 0; i < 100; i++) {
                ByteBuffer message = ByteBuffer.allocate(4).putInt(i).flip();
                bench.until(() -> second.sendTo(1, message) == SendResult.SENT);
            }
            second.close();
            bench.until(() -> first.sendTo(2, ByteBuffer.allocate(1)) == SendResult.CLOSED);
            List<Integer> seen = new ArrayList<>();
            bench.until(() -> {
                first.pollPeers((from, message) -> seen.add(message.getInt()), 7);
                return seen.size() == 100;
            });
            assertThat(seen).isSorted().doesNotHaveDuplicates();
            bench.hub.close(2);
            bench.until(() -> bench.logs() == 2);
        }
    }

    @Test
    void aSpokeThatIsNotThereIsClosedInTheEnd() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(Duration.ofSeconds(1)))) {
            AeronSpokeTransport spoke = bench.spoke(1);
            ByteBuffer message = ByteBuffer.allocate(1);
            assertThat(spoke.sendTo(9, message)).isEqualTo(SendResult.BACK_PRESSURE);
            assertThat(spoke.sendTo(-1, message)).isEqualTo(SendResult.CLOSED);
            assertThat(spoke.sendTo(1L << 31, message)).isEqualTo(SendResult.CLOSED);
            bench.until(() -> spoke.sendTo(9, message) == SendResult.CLOSED);
            assertThat(spoke.sendTo(9, message)).isEqualTo(SendResult.CLOSED);
            bench.until(() -> bench.logs() == 2);
        }
    }

    @Test
    void aHandlerMaySendButNotPoll() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            for (int i = 0; i < 3; i++) {
                ByteBuffer message = ByteBuffer.allocate(4).putInt(i).flip();
                bench.until(() -> first.sendTo(2, message) == SendResult.SENT);
            }
            assertThatThrownBy(() -> bench.until(() -> second.pollPeers(
                                    (from, message) -> {
                                        throw new IllegalStateException("no " + message.getInt());
                                    },
                                    3)
                            > 0))
                    .hasMessage("no 0");
            int polled = second.pollPeers(
                    (from, message) -> {
                        assertThat(message.getInt()).isEqualTo(1);
                        assertThatIllegalStateException().isThrownBy(() -> second.pollPeers((sender, nested) -> {}, 1));
                        assertThatIllegalStateException().isThrownBy(() -> second.poll(nested -> {}, 1));
                        second.sendTo(1, message);
                        second.doWork();
                    },
                    1);
            assertThat(polled).isEqualTo(1);
        }
    }

    @Test
    void whatIsClosedNeitherSendsNorReceivesNorThrows() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport first = bench.spoke(1);
            AeronSpokeTransport second = bench.spoke(2);
            bench.until(() -> first.sendTo(2, ByteBuffer.allocate(1)) == SendResult.SENT);
            bench.until(() -> second.sendTo(1, ByteBuffer.allocate(1)) == SendResult.SENT);
            first.close();
            assertThat(first.sendTo(2, ByteBuffer.allocate(1))).isEqualTo(SendResult.CLOSED);
            assertThat(first.pollPeers((from, message) -> {}, 1)).isZero();
            bench.hub.close();
            Bench.until(second::doWork, second::isClosed);
            assertThat(second.sendTo(1, ByteBuffer.allocate(1))).isEqualTo(SendResult.CLOSED);
            assertThat(second.pollPeers((from, message) -> {}, 1)).isZero();
        }
    }
}
