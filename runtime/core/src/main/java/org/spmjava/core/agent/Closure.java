package org.spmjava.core.agent;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Pool;
import org.spmjava.api.Primitive;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.communication.AskHandler;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.api.communication.TellHandler;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.TaskBatch;
import org.spmjava.core.hub.TaskSpec;

/** A closure that was declared and defined in a session; guards its doors. */
final class Closure<P, R> implements ManagerHandle<P, R> {

    private final Session session;
    private final TaskManagerDefinition<P, R> definition;
    private final StatusCallback<P, R> onStatus;
    private final Handlers<P> handlers;
    private final Wires wires = new Wires();
    private TaskBatch pushed = new TaskBatch();
    private int repetitions = 1;
    /** Not the list itself: a task that somebody remembers must not keep every payload in memory. */
    private Object batch = new Object();

    /** Of the command that is online; null otherwise. */
    private volatile Callbacks<P, R> callbacks;

    /** Of the last command; null before the first, and if it did not conclude. */
    private volatile Aggregation<R> aggregation;

    Closure(Session session, TaskManagerDefinition<P, R> definition, StatusCallback<P, R> onStatus) {
        this.session = session;
        this.definition = definition;
        this.onStatus = onStatus;
        this.handlers = new Handlers<>(session.engine().maxPayloadLength());
    }

    /** Known by the token of its batch: each {@code manage} takes a batch and begins a new one. */
    private static final class Pushed implements TaskRef {

        private final Object batch;
        private final int index;

        private Pushed(Object batch, int index) {
            this.batch = batch;
            this.index = index;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public String toString() {
            return "task " + index;
        }
    }

    /** How a closure manages, in words. */
    static String management(TaskManagerDefinition<?, ?> definition) {
        return "pattern " + definition.pattern() + ", policy " + definition.policy() + ", grain " + definition.grain();
    }

    private String door(String verb) {
        return verb + " " + definition.signature();
    }

    @Override
    public void push(P payload) {
        require("push to", definition.policy() != Policy.REPEAT, "a manager without repetitions");
        push(payload, TaskSpec.NO_PREDECESSORS);
    }

    @Override
    public synchronized TaskRef pushAfter(P payload, List<TaskRef> predecessors) {
        require("push to", definition.pattern() == Pattern.DAG, "a manager of a DAG");
        int[] numbers = new int[predecessors.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(predecessors.get(i) instanceof Pushed task) || task.batch != batch) {
                throw new SPMInvariantViolation(
                        door("push to"),
                        "predecessors pushed to the same manager since its last manage",
                        "another, " + predecessors.get(i));
            }
            numbers[i] = task.index;
        }
        push(payload, numbers.length == 0 ? TaskSpec.NO_PREDECESSORS : numbers);
        return new Pushed(batch, pushed.size() - 1);
    }

    @Override
    public synchronized void pushRepeated(P payload, int times) {
        require("push to", definition.policy() == Policy.REPEAT, "a manager with repetitions");
        if (times < 1) {
            throw new IllegalArgumentException("a payload is evaluated once or more, not " + times + " times");
        }
        push(payload, TaskSpec.NO_PREDECESSORS);
        repetitions = times;
    }

    private void require(String verb, boolean holds, String expected) {
        if (!holds) {
            throw new SPMInvariantViolation(door(verb), expected, management(definition));
        }
    }

    private synchronized void push(P payload, int[] predecessors) {
        String door = door("push to");
        session.standing().requireHubOffline(door);
        if (isOnePayload() && !pushed.isEmpty()) {
            throw new SPMInvariantViolation(door, "a manager without its payload", "one that has it already");
        }
        TaskMeta meta = definition.meta(payload);
        if (definition.policy() == Policy.DECENTRALIZED && (meta.relaunchPre() || meta.relaunchPost())) {
            throw new IllegalArgumentException("task '" + meta.label() + "' asks for a relaunch, but what the tasks of"
                    + " a decentralized aggregate return stays in their processes");
        }
        int length = wires.encodeHere(definition.payloadCodec(), payload);
        int most = session.engine().maxPayloadLength();
        if (length > most) {
            throw new IllegalArgumentException("task '" + meta.label() + "' takes " + length + " bytes; at most " + most
                    + " can be sent: pass a reference instead");
        }
        pushed.add(
                meta.label(),
                meta.timeout().durationNs(),
                meta.relaunchPre(),
                meta.relaunchPost(),
                wires.buffer(),
                length,
                predecessors);
    }

    private boolean isOnePayload() {
        return switch (definition.pattern()) {
            case TEMPLATE, GRAPH, GRID -> true;
            case LIST, DAG, AGGREGATE -> false;
        };
    }

    @Override
    public void stop() {
        Callbacks<P, R> online = callbacks;
        Standing.requireHub(door("stop"));
        if (online == null || !online.stop()) {
            throw new SPMInvariantViolation(
                    door("stop"), "Hub, online, in a callback of this manager", "the Hub outside of its callbacks");
        }
    }

    @Override
    public <Q, A> void onAsk(RequestReply<Q, A> what, AskHandler<P, Q, A> handler) {
        requireEnabled("onAsk of", Primitive.ASK);
        handlers.onAsk(door("onAsk of"), what, handler);
    }

    @Override
    public <T> void onTell(Channel<T> what, TellHandler<P, T> handler) {
        requireEnabled("onTell of", Primitive.TELL);
        handlers.onTell(door("onTell of"), what, handler);
    }

    private void requireEnabled(String verb, Primitive primitive) {
        session.standing().requireHubOffline(door(verb));
        require(
                verb,
                Compatibility.primitivesOf(definition.grain()).contains(primitive),
                "a grain that enables " + primitive);
    }

    @Override
    public Optional<R> aggregate() {
        session.standing().requireHubOffline(door("aggregate of"));
        require("aggregate of", definition.pattern() == Pattern.AGGREGATE, "a manager of an aggregate");
        Aggregation<R> last = aggregation;
        if (last == null) {
            throw new SPMInvariantViolation(
                    door("aggregate of"),
                    "a manager whose last manage has returned",
                    "one that has not, or that threw");
        }
        return last.result();
    }

    @Override
    public Conclusion manage(
            Pool pool,
            SpokeCount nSpokesMin,
            SpokeCount nSpokesMax,
            Timeout timeoutWaitForSpokes,
            Timeout timeoutExecution)
            throws Exception {
        String door = door("manage");
        int command = session.nextCommand();
        session.standing().goOnline(door, command);
        long sinceNs = session.engine().nowNs();
        Callbacks<P, R> online;
        Aggregation<R> combining = new Aggregation<>(definition);
        HubEffect.Concluded concluded;
        try {
            CommandSpec spec =
                    spec(door, command, pool, nSpokesMin, nSpokesMax, timeoutWaitForSpokes, timeoutExecution);
            aggregation = null;
            online = new Callbacks<>(definition, spec, onStatus, handlers, combining, session.observers());
            callbacks = online;
            session.wentOnline(online);
            session.observers().command(definition.signature(), spec, sinceNs);
            concluded = session.engine().run(spec, online);
        } finally {
            callbacks = null;
            session.wentOffline();
            session.standing().goOffline(command);
            session.observers().flush();
        }
        online.rethrow();
        aggregation = combining;
        Conclusion conclusion = new Conclusion(
                command,
                definition.signature(),
                definition.pattern(),
                definition.policy(),
                definition.grain(),
                online.outcomes(),
                new LinkedHashSet<>(concluded.spokes().values()),
                Duration.ofNanos(session.engine().nowNs() - sinceNs),
                concluded.residue());
        session.concluded(conclusion);
        session.observers().managed(conclusion);
        return conclusion;
    }

    private synchronized List<TaskSpec> take(String door) {
        if (isOnePayload() && pushed.isEmpty()) {
            throw new SPMInvariantViolation(door, "a manager with its payload", "one without");
        }
        List<TaskSpec> taken = pushed;
        pushed = new TaskBatch();
        batch = new Object();
        return taken;
    }

    /** Takes the tasks last: what is refused leaves them where they are. */
    private CommandSpec spec(
            String door,
            int command,
            Pool pool,
            SpokeCount nSpokesMin,
            SpokeCount nSpokesMax,
            Timeout wait,
            Timeout execution) {
        if (!(pool instanceof SlotPool chosen) || !chosen.of(session)) {
            throw new IllegalArgumentException("pool " + pool + " belongs to another virtual cloud");
        }
        int min = nSpokesMin.orElse(1);
        int max = nSpokesMax.orElse(Math.max(min, chosen.size()));
        int held = Math.max(min, Math.min(max, chosen.most()));
        if (min > max) {
            throw new IllegalArgumentException("nSpokesMin " + min + " exceeds nSpokesMax " + max);
        }
        long waitNs = wait.durationNs();
        long executionNs = execution.durationNs();
        return new CommandSpec(
                command,
                definition.getClass().getName(),
                definition.fingerprint(),
                definition.pattern(),
                definition.policy(),
                definition.grain(),
                take(door),
                repetitions,
                chosen.slots(min),
                chosen.filter(),
                min,
                held,
                waitNs,
                executionNs);
    }
}
