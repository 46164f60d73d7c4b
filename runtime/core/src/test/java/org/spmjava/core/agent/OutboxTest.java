package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Recall;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.transport.HubTransport;
import org.spmjava.core.transport.SendResult;

/** What reaches the Spokes of what the Hub says. */
class OutboxTest {

    private static final HubMessage BEGIN = new Begin(1, "Definition", 42, 0);
    private static final HubMessage RECALL = new Recall(1);
    private static final HubMessage RELEASE = new Release(1);

    private final List<HubMessage> arrived = new ArrayList<>();
    private final MessageCodec codec = new MessageCodec();
    private boolean full;
    private final HubTransport transport = new MemorySpokes() {
        @Override
        public SendResult send(long incarnation, ByteBuffer message) {
            if (full) {
                return SendResult.BACK_PRESSURE;
            }
            arrived.add(codec.decodeHubMessage(message.duplicate()));
            return SendResult.SENT;
        }
    };
    private final Outbox outbox = new Outbox(transport, new MessageCodec());

    @Test
    void aSpokeHearsOfACommandTogetherWithWhatItHasToDo() {
        outbox.send(1, BEGIN);
        assertThat(arrived).isEmpty();
        outbox.send(2, RECALL);
        outbox.send(1, RECALL);
        assertThat(outbox.send(1, RELEASE)).isTrue();
        assertThat(arrived).containsExactly(RECALL, BEGIN, RECALL, RELEASE);
    }

    @Test
    void aSpokeThatHasNothingToDoForACommandHearsNeitherOfItsBeginningNorOfItsEnd() {
        outbox.send(1, BEGIN);
        assertThat(outbox.send(1, RELEASE)).isFalse();
        assertThat(outbox.send(1, RELEASE)).isTrue();
        assertThat(arrived).containsExactly(RELEASE);
    }

    @Test
    void whatASpokeDoesNotTakeWaitsInItsOrder() {
        full = true;
        outbox.send(1, BEGIN);
        outbox.send(1, RECALL);
        full = false;
        outbox.send(1, RELEASE);
        assertThat(arrived).isEmpty();
        assertThat(outbox.isFlushed()).isFalse();
        outbox.flush();
        assertThat(arrived).containsExactly(BEGIN, RECALL, RELEASE);
        assertThat(outbox.isFlushed()).isTrue();
    }

    @Test
    void ofASpokeThatIsGoneNothingIsKept() {
        outbox.send(1, BEGIN);
        full = true;
        outbox.send(2, RECALL);
        outbox.forget(1);
        outbox.forget(2);
        full = false;
        outbox.flush();
        assertThat(outbox.send(1, RELEASE)).isTrue();
        assertThat(arrived).containsExactly(RELEASE);
    }
}
