package org.spmjava.core.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.spmjava.core.agent.Wires;

/** What goes straight to whoever expects it, and what is kept. */
class IncomingTest {

    private static final int COMMAND = 7;
    private static final Step WORDS = new Step(Operation.SEND, 0, 0, "words");
    private static final Step NUMBERS = new Step(Operation.SEND, 0, 0, "numbers");
    private static final Step BARRIER = new Step(Operation.BARRIER, 0, 1, "");
    private static final Step NEXT_BARRIER = new Step(Operation.BARRIER, 0, 2, "");

    private final Incoming incoming = new Incoming(2);
    private final Parcel destination = parcel();

    private static Parcel parcel() {
        Parcel parcel = new Parcel(new Wires());
        parcel.begin(5);
        return parcel;
    }

    private void first(int from, Step step, int flags, int... bytes) {
        ByteBuffer piece = ByteBuffer.allocate(100);
        Envelope.writeFirst(piece, COMMAND, Envelope.BEGIN | flags, step, new Signatures());
        accept(from, piece, bytes);
    }

    private void next(int from, int flags, int... bytes) {
        ByteBuffer piece = ByteBuffer.allocate(100);
        Envelope.writeNext(piece, COMMAND, flags);
        accept(from, piece, bytes);
    }

    private void accept(int from, ByteBuffer piece, int... bytes) {
        for (int each : bytes) {
            piece.put((byte) each);
        }
        incoming.accept(from, piece.flip());
    }

    private byte[] kept(Step step) {
        Parcel parcel = parcel();
        return incoming.takeValue(1, step.signature(), parcel) ? parcel.toByteArray() : null;
    }

    @Test
    void whatIsExpectedGoesToItsDestinationInOneOrManyPieces() {
        incoming.expect(1, WORDS, destination);
        first(1, WORDS, 0, 1, 2);
        assertThat(incoming.hasArrived()).isFalse();
        next(1, 0, 3);
        next(1, Envelope.END, 4);
        assertThat(incoming.hasArrived()).isTrue();
        assertThat(destination.toByteArray()).containsExactly(1, 2, 3, 4);
        assertThat(kept(WORDS)).isNull();
    }

    @Test
    void whatFollowsIsKept() {
        incoming.expect(1, WORDS, destination);
        first(1, WORDS, Envelope.END, 1);
        first(1, WORDS, Envelope.END, 2);
        incoming.expectNothing();
        first(1, WORDS, Envelope.END, 3);
        assertThat(incoming.hasArrived()).isFalse();
        assertThat(destination.toByteArray()).containsExactly(1);
        assertThat(kept(WORDS)).containsExactly(2);
        assertThat(kept(WORDS)).containsExactly(3);
    }

    @Test
    void anotherChannelAndAnotherMemberAreKept() {
        incoming.expect(1, WORDS, destination);
        first(1, NUMBERS, Envelope.END, 1);
        first(0, WORDS, Envelope.END, 2);
        assertThat(incoming.hasArrived()).isFalse();
        assertThat(kept(NUMBERS)).containsExactly(1);
    }

    @Test
    void whatHadBegunBeforeItWasExpectedIsKeptAndComesFirst() {
        first(1, WORDS, 0, 1);
        incoming.expect(1, WORDS, destination);
        next(1, Envelope.END, 2);
        first(1, WORDS, Envelope.END, 3);
        assertThat(incoming.hasArrived()).isFalse();
        assertThat(kept(WORDS)).containsExactly(1, 2);
        assertThat(kept(WORDS)).containsExactly(3);
    }

    @Test
    void aMessageThatBreaksOffLeavesNothingBehind() {
        incoming.expect(1, WORDS, destination);
        first(1, WORDS, 0, 1, 2, 3);
        first(1, WORDS, Envelope.END, 4);
        assertThat(incoming.hasArrived()).isTrue();
        assertThat(destination.toByteArray()).containsExactly(4);
    }

    @Test
    void aMessageThatNobodyExpectsAnyMoreIsKept() {
        incoming.expect(1, WORDS, destination);
        first(1, WORDS, 0, 1, 2);
        incoming.expectNothing();
        destination.begin(5);
        next(1, Envelope.END, 3);
        assertThat(kept(WORDS)).containsExactly(1, 2, 3);
    }

    @Test
    void ofCollectivesTheNextOneAloneGoesToItsDestination() {
        incoming.expect(1, BARRIER, destination);
        first(1, NEXT_BARRIER, Envelope.END, 2);
        first(1, BARRIER, Envelope.END, 1);
        assertThat(incoming.hasArrived()).isFalse();
        assertThat(incoming.nextCollective(1).step()).isEqualTo(NEXT_BARRIER);
        assertThat(incoming.takeCollective(1, BARRIER, destination)).isFalse();
    }
}
