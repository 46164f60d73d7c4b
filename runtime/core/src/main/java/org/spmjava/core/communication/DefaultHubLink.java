package org.spmjava.core.communication;

import java.util.Objects;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;

/** The handle of limited grain. */
public class DefaultHubLink implements HubLink {

    private final Door door;
    private final HubLine line;
    private final Values values;

    /**
     * For one evaluation.
     *
     * @param door who may use it, and how long
     * @param line the way to the Hub
     * @param values how values travel
     */
    public DefaultHubLink(Door door, HubLine line, Values values) {
        this.door = door;
        this.line = line;
        this.values = values;
    }

    @Override
    public final <Q, A> A ask(RequestReply<Q, A> what, Q question) {
        String signature = what.signature();
        door.pass("ask '" + signature + "'");
        Objects.requireNonNull(question, "question");
        byte[] encoded = values.encode(what.question(), question);
        requireFitting("the question '", signature, encoded);
        return values.decode(what.answer(), line.ask(signature, encoded));
    }

    @Override
    public final <T> void tell(Channel<T> what, T message) {
        String signature = what.signature();
        door.pass("tell '" + signature + "'");
        Objects.requireNonNull(message, "message");
        byte[] encoded = values.encode(what.codec(), message);
        requireFitting("the message '", signature, encoded);
        line.tell(signature, encoded);
    }

    private void requireFitting(String what, String signature, byte[] encoded) {
        int most = line.maxLength(signature);
        if (encoded.length > most) {
            throw new IllegalArgumentException(what + signature + "' takes " + encoded.length + " bytes; at most "
                    + most + " can be sent to the Hub");
        }
    }

    final Door door() {
        return door;
    }

    final Values values() {
        return values;
    }
}
