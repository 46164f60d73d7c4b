package org.spmjava.codegen;

import java.util.HashMap;
import java.util.Map;
import org.spmjava.api.RunningTask;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.communication.AskHandler;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.api.communication.TellHandler;

/** A manager's handlers, and the link of its tasks to them: what is said travels. */
final class FakeHub<P> implements HubLink {

    private final Map<String, AskHandler<P, ?, ?>> answering = new HashMap<>();
    private final Map<String, TellHandler<P, ?>> told = new HashMap<>();
    private P running;

    void runs(P task) {
        running = task;
    }

    <Q, A> void onAsk(RequestReply<Q, A> what, AskHandler<P, Q, A> handler) {
        answering.put(what.signature(), handler);
    }

    <T> void onTell(Channel<T> what, TellHandler<P, T> handler) {
        told.put(what.signature(), handler);
    }

    @Override
    @SuppressWarnings("unchecked") // the signature stands for the types
    public <Q, A> A ask(RequestReply<Q, A> what, Q question) {
        AskHandler<P, Q, A> handler = (AskHandler<P, Q, A>) answering.get(what.signature());
        try {
            A answer = handler.onAsk(new Running<>(running), FakeCloud.travel(what.question(), question));
            return FakeCloud.travel(what.answer(), answer);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the signature stands for the types
    public <T> void tell(Channel<T> what, T message) {
        TellHandler<P, T> handler = (TellHandler<P, T>) told.get(what.signature());
        try {
            handler.onTell(new Running<>(running), FakeCloud.travel(what.codec(), message));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private record Running<P>(P task) implements RunningTask<P> {
        @Override
        public int index() {
            return 0;
        }

        @Override
        public String label() {
            return "running";
        }

        @Override
        public SpokeIdentity spoke() {
            throw new UnsupportedOperationException("there are no Spokes");
        }
    }
}
