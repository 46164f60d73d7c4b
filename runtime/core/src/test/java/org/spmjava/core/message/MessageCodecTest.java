package org.spmjava.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.api.Verdict;

class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec();

    static Stream<HubMessage> hubMessages() {
        return Stream.of(
                new HubMessage.Begin(7, "org.example.Größe$Definition", 0xCAFEBABE12345678L, 5),
                new HubMessage.Assign(7, 1L << 40, 10_000_000_000L, new byte[] {1, 2, 3}),
                new HubMessage.Assign(7, 1, 1, new byte[100_000]),
                new HubMessage.Assign(7, 1, 1, Work.KEEP, new byte[] {9}),
                new HubMessage.Assign(7, 1, 1, Work.COMBINE, new byte[0]),
                new HubMessage.Unit(7, List.of(3L, 1L << 40)),
                new HubMessage.Unit(7, List.of()),
                new HubMessage.Reply(7, 1L << 40, 2, new byte[] {1, 2}),
                new HubMessage.Refusal(7, 1L << 40, 2, "nobody answers"),
                new HubMessage.Release(7),
                new HubMessage.Recall(7),
                new HubMessage.Shutdown());
    }

    static Stream<SpokeMessage> spokeMessages() {
        return Stream.of(
                new SpokeMessage.Join(MessageCodec.PROTOCOL, "höst"),
                new SpokeMessage.Heartbeat(),
                new SpokeMessage.Loading(1, 2),
                new SpokeMessage.Online(1, 2),
                new SpokeMessage.Returned(1, 2, 3, new byte[] {4}),
                new SpokeMessage.Returned(1, 2, 3, new byte[0]),
                new SpokeMessage.Failed(1, 2, 3, Verdict.EVAL_UNCAUGHT, "it threw", "at …"),
                new SpokeMessage.Recalled(1, List.of(5L, 6L)),
                new SpokeMessage.Recalled(1, List.of()),
                new SpokeMessage.Asked(1, 2, 3, "signature::größer", new byte[] {4, 5}),
                new SpokeMessage.Told(1, 2, "signature::größer", new byte[] {4, 5}),
                new SpokeMessage.Released(1));
    }

    @ParameterizedTest
    @MethodSource("hubMessages")
    void whatTheHubSaysArrivesAsItWasSaid(HubMessage message) {
        HubMessage decoded = codec.decodeHubMessage(codec.encode(message));
        assertThat(decoded).usingRecursiveComparison().isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("spokeMessages")
    void whatASpokeSaysArrivesAsItWasSaid(SpokeMessage message) {
        SpokeMessage decoded = codec.decodeSpokeMessage(codec.encode(message));
        assertThat(decoded).usingRecursiveComparison().isEqualTo(message);
    }

    @Test
    void theBytesOfAnAssignmentAreThese() {
        ByteBuffer bytes = codec.encode(new HubMessage.Assign(1, 2, 3, new byte[] {(byte) 0xAB}));
        assertThat(hex(bytes))
                .isEqualTo("02" + "00000001" + "0000000000000002" + "0000000000000003" + "00" + "69bf4dcc" + "00000001"
                        + "ab");
    }

    @ParameterizedTest
    @MethodSource("spokeMessages")
    void everyTruncationIsRefused(SpokeMessage message) {
        byte[] whole = bytes(codec.encode(message));
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer truncated = ByteBuffer.wrap(whole, 0, length);
            assertThatThrownBy(() -> codec.decodeSpokeMessage(truncated))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("hubMessages")
    void bytesThatFollowAMessageAreRefused(HubMessage message) {
        byte[] whole = bytes(codec.encode(message));
        ByteBuffer longer = ByteBuffer.allocate(whole.length + 1).put(whole).rewind();
        assertThatThrownBy(() -> codec.decodeHubMessage(longer)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void aPayloadWithAFlippedBitIsRefused() {
        byte[] whole = bytes(codec.encode(new HubMessage.Assign(1, 2, 3, new byte[] {1, 2, 3, 4})));
        whole[whole.length - 2] ^= 4;
        assertThatThrownBy(() -> codec.decodeHubMessage(ByteBuffer.wrap(whole)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void mutatedBytesAreEitherAMessageOrRefused() {
        Random random = new Random(20261122);
        List<byte[]> originals = Stream.concat(
                        hubMessages().map(codec::encode).map(MessageCodecTest::bytes),
                        spokeMessages().map(codec::encode).map(MessageCodecTest::bytes))
                .toList();
        int refused = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] mutant = originals.get(random.nextInt(originals.size())).clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            refused += refuses(() -> codec.decodeHubMessage(ByteBuffer.wrap(mutant)));
            refused += refuses(() -> codec.decodeSpokeMessage(ByteBuffer.wrap(mutant)));
        }
        assertThat(refused).isGreaterThan(50_000);
    }

    private static int refuses(Runnable decoding) {
        try {
            decoding.run();
            return 0;
        } catch (MalformedMessageException expected) {
            return 1;
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static String hex(ByteBuffer buffer) {
        return HexFormat.of().formatHex(bytes(buffer));
    }
}
