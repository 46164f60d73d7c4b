package org.spmjava.testing.simulation;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * One direction between the Hub and a Spoke, with what the transport guarantees: whole, once and in order, or not at
 * all. While it is cut off, what is sent waits at the sender's.
 */
final class Link<M> {

    private final Setting setting;
    private final Consumer<M> receiver;
    private final Runnable onFlushed;
    private final ArrayDeque<M> waiting = new ArrayDeque<>();
    private long freeNs;
    private boolean cut;
    private boolean ended;

    /**
     * @param receiver gets each message when it arrives
     * @param onFlushed called when all that waited has left
     */
    Link(Setting setting, Consumer<M> receiver, Runnable onFlushed) {
        this.setting = setting;
        this.receiver = receiver;
        this.onFlushed = onFlushed;
    }

    void send(M message) {
        if (ended) {
            return;
        }
        if (cut) {
            waiting.addLast(message);
        } else {
            carry(() -> receiver.accept(message));
        }
    }

    private void carry(Runnable arrival) {
        long nowNs = setting.nowNs();
        freeNs = Math.max(freeNs, nowNs + setting.faults().latencyNs()) + 1;
        setting.after(freeNs - nowNs, arrival);
    }

    /** Whether all that was sent has left the sender. */
    boolean isFlushed() {
        return waiting.isEmpty();
    }

    void cut() {
        cut = true;
    }

    void mend() {
        if (cut) {
            cut = false;
            while (!waiting.isEmpty()) {
                M message = waiting.removeFirst();
                carry(() -> receiver.accept(message));
            }
            onFlushed.run();
        }
    }

    /** The sender has ended: what has not left is lost; then, after all that has, comes the news of its end. */
    void end(Runnable news) {
        ended = true;
        waiting.clear();
        carry(news);
    }
}
