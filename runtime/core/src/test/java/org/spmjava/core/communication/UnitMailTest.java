package org.spmjava.core.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.core.agent.Wires;

/** What arrives from other Spokes, and for which command. */
class UnitMailTest {

    private static final Step WORDS = new Step(Operation.SEND, 0, 0, "words");

    private final UnitMail mail = new UnitMail();

    private static ByteBuffer message(int command, int text) {
        ByteBuffer message = ByteBuffer.allocate(100);
        Envelope.writeFirst(message, command, Envelope.BEGIN | Envelope.END, WORDS, new Signatures());
        return message.put((byte) text).flip();
    }

    /** The next one, or null. */
    private static byte[] value(Incoming incoming, int from) {
        Parcel parcel = new Parcel(new Wires());
        parcel.begin(3);
        return incoming.takeValue(from, "words", parcel) ? parcel.toByteArray() : null;
    }

    @Test
    void aMessageOfAMemberArrives() {
        Incoming incoming = mail.form(1, List.of(10L, 11L));
        mail.accept(11, message(1, 5));
        assertThat(value(incoming, 1)).containsExactly(5);
        assertThat(value(incoming, 1)).isNull();
    }

    @Test
    void aMessageOfAStrangerOrOfAnOldCommandIsDropped() {
        mail.form(1, List.of(10L, 11L));
        mail.release(1);
        mail.accept(11, message(1, 1));
        Incoming incoming = mail.form(2, List.of(10L, 11L));
        mail.accept(11, message(1, 2));
        mail.accept(12, message(2, 3));
        assertThat(value(incoming, 1)).isNull();
        assertThat(value(incoming, 0)).isNull();
    }

    @Test
    void aMessageThatComesBeforeItsUnitIsKeptInOrder() {
        mail.form(1, List.of(10L, 11L));
        mail.accept(11, message(2, 1));
        mail.accept(12, message(2, 9));
        mail.accept(11, message(2, 2));
        mail.accept(11, message(4, 4));
        mail.release(1);
        Incoming incoming = mail.form(2, List.of(11L, 10L));
        mail.accept(11, message(2, 3));
        for (int text = 1; text <= 3; text++) {
            assertThat(value(incoming, 0)).containsExactly(text);
        }
        assertThat(value(incoming, 0)).isNull();
        assertThat(value(mail.form(4, List.of(11L)), 0)).containsExactly(4);
    }

    @Test
    void whatACommandLeftBehindIsForgottenWithIt() {
        mail.accept(11, message(1, 1));
        Incoming incoming = mail.form(1, List.of(11L));
        mail.accept(11, message(2, 2));
        mail.release(2);
        mail.accept(11, message(1, 3));
        assertThat(value(mail.form(3, List.of(11L)), 0)).isNull();
        incoming.close();
    }
}
