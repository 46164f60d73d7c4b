package org.spmjava.core.agent;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.transport.HubTransport;
import org.spmjava.core.transport.SendResult;

/**
 * The Hub's messages to its Spokes. What a Spoke does not take waits here. That a command begins is told to a Spoke
 * together with what it has to do for it: one that gets nothing to do is not woken, neither for the beginning nor for
 * the end.
 */
final class Outbox {

    private final HubTransport transport;
    private final MessageCodec codec;
    private final Map<Long, Begin> untold = new HashMap<>();
    private final Map<Long, ArrayDeque<byte[]>> unsent = new HashMap<>();

    Outbox(HubTransport transport, MessageCodec codec) {
        this.transport = transport;
        this.codec = codec;
    }

    /**
     * Sends a message, sooner or later.
     *
     * @return false if the Spoke needs not be told of a command's end, since it was not told of its beginning
     */
    boolean send(long incarnation, HubMessage message) {
        if (message instanceof Begin begin) {
            untold.put(incarnation, begin);
            return true;
        }
        Begin before = untold.isEmpty() ? null : untold.remove(incarnation);
        if (before != null) {
            if (message instanceof Release release && release.command() == before.command()) {
                return false;
            }
            transmit(incarnation, before);
        }
        transmit(incarnation, message);
        return true;
    }

    private void transmit(long incarnation, HubMessage message) {
        ByteBuffer bytes = codec.encode(message);
        ArrayDeque<byte[]> before = unsent.get(incarnation);
        if (before != null || transport.send(incarnation, bytes) == SendResult.BACK_PRESSURE) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            unsent.computeIfAbsent(incarnation, unused -> new ArrayDeque<>()).addLast(copy);
        }
    }

    /** Whether nothing waits. */
    boolean isFlushed() {
        return unsent.isEmpty();
    }

    /** Sends what waits, as far as possible; returns how many messages it were. */
    int flush() {
        if (unsent.isEmpty()) {
            return 0;
        }
        int flushed = 0;
        Iterator<Map.Entry<Long, ArrayDeque<byte[]>>> entries =
                unsent.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, ArrayDeque<byte[]>> entry = entries.next();
            ArrayDeque<byte[]> waiting = entry.getValue();
            while (!waiting.isEmpty()
                    && transport.send(entry.getKey(), ByteBuffer.wrap(waiting.peekFirst()))
                            != SendResult.BACK_PRESSURE) {
                waiting.removeFirst();
                flushed++;
            }
            if (waiting.isEmpty()) {
                entries.remove();
            }
        }
        return flushed;
    }

    /** A Spoke is gone. */
    void forget(long incarnation) {
        untold.remove(incarnation);
        unsent.remove(incarnation);
    }
}
