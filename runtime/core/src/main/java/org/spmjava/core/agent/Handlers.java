package org.spmjava.core.agent;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.spmjava.api.RunningTask;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.communication.AskHandler;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.api.communication.TellHandler;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.hub.HubEvent;

/** Who at the Hub processes what tasks ask and tell. */
final class Handlers<P> {

    /** Asked by who has told much, and answered in its turn: all that was told before has been processed then. */
    static final String HEARD = "spm::heard";

    private final Map<String, Handler<P>> asked = new ConcurrentHashMap<>();
    private final Map<String, Handler<P>> told = new ConcurrentHashMap<>();
    private final Wires wires = new Wires();
    private final int maxAnswerLength;

    /** @param maxAnswerLength the longest answer that can be sent, in bytes */
    Handlers(int maxAnswerLength) {
        this.maxAnswerLength = maxAnswerLength;
        asked.put(HEARD, (from, nothing) -> nothing);
    }

    /** Decodes, calls the user's code, encodes. */
    @FunctionalInterface
    private interface Handler<P> {
        byte[] process(RunningTask<P> from, byte[] message) throws Exception;
    }

    <Q, A> void onAsk(String door, RequestReply<Q, A> what, AskHandler<P, Q, A> handler) {
        declare(
                door,
                asked,
                what.signature(),
                (from, question) ->
                        wires.encode(what.answer(), handler.onAsk(from, Wires.decode(what.question(), question))));
    }

    <T> void onTell(String door, Channel<T> what, TellHandler<P, T> handler) {
        declare(door, told, what.signature(), (from, message) -> {
            handler.onTell(from, Wires.decode(what.codec(), message));
            return new byte[0];
        });
    }

    private void declare(String door, Map<String, Handler<P>> handlers, String signature, Handler<P> handler) {
        if (handlers.putIfAbsent(signature, handler) != null) {
            throw new SPMInvariantViolation(
                    door, "a signature that has no handler yet", "'" + signature + "', which has one");
        }
    }

    /**
     * Processes what a task said.
     *
     * @return the answer, unless none is awaited
     * @throws Exception what the user's code threw
     */
    Optional<HubEvent> process(TaskManagerDefinition<P, ?> definition, CommandSpec spec, Spoken spoken)
            throws Exception {
        boolean awaited = spoken.request() > 0;
        Handler<P> handler = (awaited ? asked : told).get(spoken.signature());
        Running<P> from = new Running<>(definition, spec, spoken);
        if (handler == null) {
            if (!awaited) {
                throw new SPMInvariantViolation(
                        "tell '" + spoken.signature() + "' by task '" + from.label() + "' of " + definition.signature(),
                        "a handler declared by onTell",
                        "none");
            }
            return Optional.of(answered(
                    spoken,
                    null,
                    "the Hub has no handler for '" + spoken.signature() + "': declare one by onAsk before manage"));
        }
        byte[] answer = handler.process(from, spoken.message());
        if (answer.length > maxAnswerLength) {
            throw new IllegalArgumentException("the answer to '" + spoken.signature() + "' for task '" + from.label()
                    + "' takes " + answer.length + " bytes; at most " + maxAnswerLength + " can be sent");
        }
        return awaited ? Optional.of(answered(spoken, answer, "")) : Optional.empty();
    }

    private static HubEvent answered(Spoken spoken, byte[] answer, String refusal) {
        return new HubEvent.Answered(
                spoken.command(), spoken.spoke().incarnation(), spoken.attempt(), spoken.request(), answer, refusal);
    }

    /** Decodes the payload when it is asked for. */
    private record Running<P>(TaskManagerDefinition<P, ?> definition, CommandSpec spec, Spoken spoken)
            implements RunningTask<P> {

        @Override
        public int index() {
            return spoken.task();
        }

        @Override
        public P task() {
            return Wires.placed(definition, spec.task(spoken.task()).payload(), spoken.spoke(), spoken.rank());
        }

        @Override
        public String label() {
            return spec.label(spoken.task());
        }

        @Override
        public SpokeIdentity spoke() {
            return spoken.spoke();
        }
    }
}
