package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What frames become, and what malformed ones do not. */
class ReassemblyTest {

    private static final long INCARNATION = 0x1122334455667788L;
    private static final int MAX = 10_000_000;
    private static final int WHOLE = Frame.BEGIN | Frame.END;

    private final Reassembly reassembly = new Reassembly(INCARNATION, MAX);

    @Test
    void theHeaderIsSixteenLittleEndianBytes() {
        assertThat(frame(Frame.BEGIN, 0x01020304, 1))
                .containsExactly(0x01, 0xA5, 1, 0, 4, 3, 2, 1, 0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 0);
    }

    @Test
    void aWholeMessageIsHandedOverAtOnce() {
        assertThat(accept(frame(WHOLE, 5, 5))).isEqualTo(body(0, 5));
        assertThat(accept(frame(WHOLE, 0, 0))).isEqualTo(ByteBuffer.allocate(0));
        assertThat(accept(frame(WHOLE, 50_000, 50_000))).isEqualTo(body(0, 50_000));
        assertThat(reassembly.fault()).isNull();
    }

    @Test
    void piecesBecomeAMessage() {
        for (int round = 0; round < 3; round++) {
            assertThat(accept(frame(Frame.BEGIN, 900_000, 300_000))).isNull();
            assertThat(accept(frame(0, 300_000, 500_000))).isNull();
            ByteBuffer message = accept(frame(Frame.END, 800_000, 100_000));
            assertThat(message.remaining()).isEqualTo(900_000);
            assertThat(message.get(300_000)).isEqualTo((byte) 0);
            assertThat(message.get(899_999)).isEqualTo((byte) 99_999);
        }
        assertThat(reassembly.fault()).isNull();
    }

    @Test
    void aForgedLengthAllocatesNothing() {
        Reassembly generous = new Reassembly(INCARNATION, Integer.MAX_VALUE);
        List<Reassembly> kept = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] frame = frame(Frame.BEGIN, Integer.MAX_VALUE, 1);
            generous = new Reassembly(INCARNATION, Integer.MAX_VALUE);
            assertThat(generous.accept(new UnsafeBuffer(frame), 0, frame.length))
                    .isNull();
            assertThat(generous.fault()).isNull();
            kept.add(generous);
        }
        assertThat(kept).hasSize(200); // 400 GiB, had it believed them
    }

    @Test
    void eachKindOfMalformedFrameIsNamed() {
        assertFault("shorter than a header", new byte[0]);
        assertFault("shorter than a header", new byte[Frame.HEADER_LENGTH - 1]);
        assertFault("another protocol", changed(frame(WHOLE, 1, 1), 0));
        assertFault("another protocol", changed(frame(WHOLE, 1, 1), 1));
        assertFault("unknown flags", frame(4, 1, 1));
        assertFault("unknown flags", changed(frame(WHOLE, 1, 1), 3));
        assertFault("another incarnation", changed(frame(WHOLE, 1, 1), 8));
        assertFault("declares a message of -1 bytes", frame(WHOLE, -1, 1));
        assertFault("declares a message of 10000001 bytes", frame(Frame.BEGIN, MAX + 1, 1));
        assertFault("length is not the declared one", frame(WHOLE, 2, 1));
        assertFault("length is not the declared one", frame(WHOLE, 0, 1));
        assertFault("length is not the declared one", frame(Frame.BEGIN, 5, 5));
        assertFault("length is not the declared one", frame(Frame.BEGIN, 5, 0));
        assertFault("was not begun", frame(0, 0, 1));
        assertFault("was not begun", frame(Frame.END, 0, 1));
        byte[] begin = frame(Frame.BEGIN, 10, 4);
        assertFault("begins a message within another", begin, frame(WHOLE, 1, 1));
        assertFault("begins a message within another", begin, begin);
        assertFault("not the next piece", begin, frame(Frame.END, 5, 6));
        assertFault("not the next piece", begin, frame(0, -1, 1));
        assertFault("length is not the declared one", begin, frame(Frame.END, 4, 5));
        assertFault("length is not the declared one", begin, frame(Frame.END, 4, 7));
        assertFault("length is not the declared one", begin, frame(0, 4, 6));
        assertFault("length is not the declared one", begin, frame(0, 4, 0));
    }

    @Test
    void nothingIsAcceptedAfterAFault() {
        assertFault("unknown flags", frame(4, 1, 1));
        assertThat(accept(frame(WHOLE, 1, 1))).isNull();
    }

    @Test
    void damagedAndTruncatedFramesNeverThrowNorExceedTheLimit() {
        Random random = new Random(20261122);
        for (int i = 0; i < 200_000; i++) {
            Reassembly victim = new Reassembly(INCARNATION, 100);
            for (int j = 0; j < 4; j++) {
                byte[] frame = frame(random.nextInt(4), random.nextInt(20) - 2, random.nextInt(20));
                int changes = random.nextInt(3);
                for (int k = 0; k < changes; k++) {
                    frame[random.nextInt(frame.length)] = (byte) random.nextInt();
                }
                int length = random.nextInt(8) == 0 ? random.nextInt(frame.length + 1) : frame.length;
                ByteBuffer message = victim.accept(new UnsafeBuffer(frame, 0, length), 0, length);
                assertThat(message == null || message.remaining() <= 100).isTrue();
            }
        }
    }

    private void assertFault(String expected, byte[]... frames) {
        Reassembly fresh = new Reassembly(INCARNATION, MAX);
        for (int i = 0; i < frames.length; i++) {
            assertThat(fresh.fault()).isNull();
            assertThat(fresh.accept(new UnsafeBuffer(frames[i]), 0, frames[i].length))
                    .isNull();
        }
        assertThat(fresh.fault()).contains(expected);
        reassembly.fail(fresh.fault());
    }

    private ByteBuffer accept(byte[] frame) {
        return reassembly.accept(new UnsafeBuffer(frame), 0, frame.length);
    }

    private static byte[] frame(int flags, int lengthOrOffset, int bodyLength) {
        byte[] frame = new byte[Frame.HEADER_LENGTH + bodyLength];
        Frame.write(new UnsafeBuffer(frame), 0, flags, lengthOrOffset, INCARNATION);
        body(0, bodyLength).get(frame, Frame.HEADER_LENGTH, bodyLength);
        return frame;
    }

    private static ByteBuffer body(int from, int length) {
        ByteBuffer body = ByteBuffer.allocate(length);
        for (int i = 0; i < length; i++) {
            body.put((byte) (from + i));
        }
        return body.flip();
    }

    private static byte[] changed(byte[] frame, int index) {
        frame[index] ^= 0x40;
        return frame;
    }
}
