package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.spmjava.core.transport.SendResult;

/** Peers that send what they should not. */
class MalformedFramesTest {

    @Test
    void aSpokeThatSendsRubbishIsClosedAndTheOthersGoOn() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport honest = bench.spoke(1);
            bench.hub.open(2);
            try (Aeron foreign = client(bench);
                    ExclusivePublication rubbish = publish(bench, foreign, "aeron:ipc?session-id=2")) {
                Random random = new Random(42);
                int[] seen = {0};
                for (int i = 0; i < 2_000; i++) {
                    byte[] bytes = new byte[random.nextInt(200)];
                    random.nextBytes(bytes);
                    bench.until(() -> {
                        bench.hub.poll((from, message) -> seen[0] += from == 1 ? 1 : 1_000_000, 10);
                        foreign.conductorAgentInvoker().invoke();
                        return rubbish.offer(new UnsafeBuffer(bytes)) > 0;
                    });
                    bench.until(() -> honest.send(ByteBuffer.wrap(bytes)) == SendResult.SENT);
                }
                bench.until(() -> {
                    bench.hub.poll((from, message) -> seen[0] += from == 1 ? 1 : 1_000_000, 10);
                    return seen[0] == 2_000 && bench.hub.malformedFrames() == 2_000;
                });
                assertThat(bench.hub.send(2, ByteBuffer.allocate(1))).isEqualTo(SendResult.CLOSED);
                assertThat(bench.hub.send(1, ByteBuffer.allocate(1))).isEqualTo(SendResult.SENT);
            }
        }
    }

    @Test
    void whatAeronFragmentedIsNotTakenForAMessage() {
        try (Bench bench = new Bench()) {
            bench.hub.open(2);
            try (Aeron foreign = client(bench);
                    ExclusivePublication large = publish(bench, foreign, "aeron:ipc?session-id=2")) {
                UnsafeBuffer bytes = new UnsafeBuffer(new byte[100_000]);
                Frame.write(bytes, 0, Frame.BEGIN | Frame.END, 100_000 - Frame.HEADER_LENGTH, 2);
                assertThat(large.offer(bytes)).isPositive();
                bench.until(() -> {
                    assertThat(bench.hub.poll((from, message) -> {}, 10)).isZero();
                    return bench.hub.malformedFrames() == 2;
                });
            }
        }
    }

    @Test
    void nothingIsTakenFromAnIncarnationThatWasNotOpened() {
        try (Bench bench = new Bench()) {
            try (Aeron foreign = client(bench);
                    ExclusivePublication unknown = publish(bench, foreign, "aeron:ipc?session-id=77")) {
                UnsafeBuffer bytes = new UnsafeBuffer(new byte[Frame.HEADER_LENGTH]);
                Frame.write(bytes, 0, Frame.BEGIN | Frame.END, 0, 77);
                assertThat(unknown.offer(bytes)).isPositive();
                bench.until(() -> {
                    assertThat(bench.hub.poll((from, message) -> {}, 10)).isZero();
                    return bench.hub.malformedFrames() == 1;
                });
            }
        }
    }

    @Test
    void theSameIncarnationConnectsOnlyOnce() {
        try (Bench bench = new Bench()) {
            List<String> args = bench.hub.open(1);
            AeronSpokeTransport first = AeronSpokeTransport.connect(args);
            bench.spokes.add(first);
            bench.until(() -> first.send(ByteBuffer.allocate(0)) == SendResult.SENT);
            AeronSpokeTransport second = AeronSpokeTransport.connect(args);
            bench.spokes.add(second);
            bench.until(second::isClosed);
            assertThat(first.isClosed()).isFalse();
        }
    }

    @Test
    void aPeerThatSendsRubbishIsClosedAndAllOthersGoOn() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            AeronSpokeTransport honest = bench.spoke(3);
            try (Aeron foreign = client(bench);
                    ExclusivePublication rubbish =
                            publish(bench, foreign, "aeron:ipc?session-id=2", Integer.MIN_VALUE + 1)) {
                Random random = new Random(43);
                int[] seen = {0};
                for (int i = 0; i < 500; i++) {
                    byte[] bytes = new byte[random.nextInt(200)];
                    random.nextBytes(bytes);
                    bench.until(() -> {
                        spoke.pollPeers((from, message) -> seen[0] += from == 3 ? 1 : 1_000_000, 10);
                        foreign.conductorAgentInvoker().invoke();
                        return rubbish.offer(new UnsafeBuffer(bytes)) > 0;
                    });
                    bench.until(() -> {
                        spoke.pollPeers((from, message) -> seen[0] += from == 3 ? 1 : 1_000_000, 10);
                        return honest.sendTo(1, ByteBuffer.wrap(bytes)) == SendResult.SENT;
                    });
                }
                bench.until(() -> {
                    spoke.pollPeers((from, message) -> seen[0] += from == 3 ? 1 : 1_000_000, 10);
                    return seen[0] == 500;
                });
                assertThat(spoke.sendTo(2, ByteBuffer.allocate(1))).isEqualTo(SendResult.CLOSED);
                bench.until(() -> spoke.sendTo(3, ByteBuffer.allocate(1)) == SendResult.SENT);
                assertThat(spoke.isClosed()).isFalse();
            }
        }
    }

    @Test
    void aLinkThatTheDriverRefusesIsAnErrorOfTheSendAndTriedAgain() {
        try (Bench bench = new Bench()) {
            AeronSpokeTransport spoke = bench.spoke(1);
            AeronSpokeTransport other = bench.spoke(2);
            ByteBuffer message = ByteBuffer.allocate(1);
            try (Aeron foreign = client(bench);
                    ExclusivePublication impostor =
                            publish(bench, foreign, "aeron:ipc?session-id=1", Integer.MIN_VALUE + 2)) {
                assertThat(impostor.isConnected()).isTrue();
                for (int attempt = 0; attempt < 2; attempt++) {
                    assertThatThrownBy(() -> bench.until(() -> spoke.sendTo(2, message) == SendResult.SENT))
                            .isInstanceOf(UncheckedIOException.class)
                            .hasMessageStartingWith("The link to Spoke 2 could not be opened: ");
                }
                assertThat(spoke.isClosed()).isFalse();
            }
            bench.until(() -> bench.logs() == 4);
            assertThat(spoke.sendTo(2, message)).isEqualTo(SendResult.BACK_PRESSURE);
            bench.until(() -> spoke.sendTo(2, message) == SendResult.SENT);
            bench.until(() -> other.pollPeers((from, received) -> {}, 1) == 1);
        }
    }

    private static Aeron client(Bench bench) {
        return Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(
                        bench.directory.resolve("aeron").resolve("driver").toString())
                .useConductorAgentInvoker(true));
    }

    private static ExclusivePublication publish(Bench bench, Aeron client, String channel) {
        return publish(bench, client, channel, 1);
    }

    private static ExclusivePublication publish(Bench bench, Aeron client, String channel, int stream) {
        long registration = client.asyncAddExclusivePublication(channel, stream);
        ExclusivePublication[] added = {null};
        bench.until(() -> {
            client.conductorAgentInvoker().invoke();
            added[0] = client.getExclusivePublication(registration);
            return added[0] != null && added[0].isConnected();
        });
        return added[0];
    }
}
