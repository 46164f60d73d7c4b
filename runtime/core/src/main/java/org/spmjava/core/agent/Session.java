package org.spmjava.core.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.closure.TaskMeta;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.TaskSpec;

/** A session as the user sees it; guards every door. */
final class Session implements VirtualCloud {

    private final Engine engine;
    private final Observers observers;
    private final Runnable onClosed;
    private final SortedSet<Integer> slots;
    private final Standing standing = new Standing();
    private final Set<String> signatures = new HashSet<>();
    private final AtomicInteger lastCommand = new AtomicInteger();

    Session(Engine engine, Observers observers, int slots, Runnable onClosed) {
        this.engine = engine;
        this.observers = observers;
        this.slots = SlotPool.firstSlots(slots);
        this.onClosed = onClosed;
    }

    @Override
    public Pool intraAll() {
        return new SlotPool(this, "intraAll", slots);
    }

    @Override
    public Pool intraOnePerServer() {
        return new SlotPool(this, "intraOnePerServer", SlotPool.firstSlots(Math.min(1, slots.size())));
    }

    @Override
    public Pool inter() {
        return new SlotPool(this, "inter", slots);
    }

    @Override
    public Pool interOnePerServer() {
        return new SlotPool(this, "interOnePerServer", SlotPool.firstSlots(Math.min(1, slots.size())));
    }

    @Override
    public <P, R> ManagerHandle<P> define(TaskManagerDefinition<P, R> definition, StatusCallback<P, R> onStatus) {
        String door = "define " + definition.signature();
        standing.requireHubOffline(door);
        synchronized (signatures) {
            if (!signatures.add(definition.signature())) {
                throw new SPMInvariantViolation(
                        door, "a signature that is new in this session", "one that is defined already");
            }
        }
        return new Closure<>(definition, onStatus);
    }

    @Override
    public void observe(SessionObserver observer) {
        observers.add(observer);
    }

    @Override
    public void close() {
        Standing.requireHub("close");
        standing.close();
        engine.close();
        observers.close();
        onClosed.run();
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

    private final class Closure<P, R> implements ManagerHandle<P> {

        private final TaskManagerDefinition<P, R> definition;
        private final StatusCallback<P, R> onStatus;
        private final Wires wires = new Wires();
        private List<TaskSpec> pushed = new ArrayList<>();
        /** Not the list itself: a task that somebody remembers must not keep every payload in memory. */
        private Object batch = new Object();

        private Closure(TaskManagerDefinition<P, R> definition, StatusCallback<P, R> onStatus) {
            this.definition = definition;
            this.onStatus = onStatus;
        }

        @Override
        public void push(P payload) {
            push(payload, TaskSpec.NO_PREDECESSORS);
        }

        @Override
        public synchronized TaskRef pushAfter(P payload, List<TaskRef> predecessors) {
            if (definition.pattern() != Pattern.DAG) {
                throw new SPMInvariantViolation(door(), "a manager of a DAG", "a manager of a " + definition.pattern());
            }
            int[] numbers = new int[predecessors.size()];
            for (int i = 0; i < numbers.length; i++) {
                if (!(predecessors.get(i) instanceof Pushed task) || task.batch != batch) {
                    throw new SPMInvariantViolation(
                            door(),
                            "predecessors pushed to the same manager since its last manage",
                            "another, " + predecessors.get(i));
                }
                numbers[i] = task.index;
            }
            push(payload, numbers.length == 0 ? TaskSpec.NO_PREDECESSORS : numbers);
            return new Pushed(batch, pushed.size() - 1);
        }

        private String door() {
            return "push to " + definition.signature();
        }

        private synchronized void push(P payload, int[] predecessors) {
            String door = door();
            standing.requireHubOffline(door);
            if (definition.pattern() == Pattern.TEMPLATE && !pushed.isEmpty()) {
                throw new SPMInvariantViolation(door, "a template without its payload", "one that has it already");
            }
            TaskMeta meta = definition.meta(payload);
            byte[] encoded = wires.encode(definition.payloadCodec(), payload);
            if (encoded.length > engine.maxPayloadLength()) {
                throw new IllegalArgumentException("task '" + meta.label() + "' takes " + encoded.length
                        + " bytes; at most " + engine.maxPayloadLength() + " can be sent: pass a reference instead");
            }
            pushed.add(new TaskSpec(
                    meta.label(),
                    meta.timeout().durationNs(),
                    meta.relaunchPre(),
                    meta.relaunchPost(),
                    encoded,
                    predecessors));
        }

        @Override
        public Conclusion manage(
                Pool pool,
                SpokeCount nSpokesMin,
                SpokeCount nSpokesMax,
                Timeout timeoutWaitForSpokes,
                Timeout timeoutExecution)
                throws Exception {
            String door = "manage " + definition.signature();
            int command = lastCommand.incrementAndGet();
            standing.goOnline(door, command);
            long sinceNs = System.nanoTime();
            Statuses<P, R> statuses;
            HubEffect.Concluded concluded;
            try {
                CommandSpec spec =
                        spec(door, command, pool, nSpokesMin, nSpokesMax, timeoutWaitForSpokes, timeoutExecution);
                statuses = new Statuses<>(definition, spec.tasks(), onStatus, observers, command);
                concluded = engine.run(spec, statuses);
            } finally {
                standing.goOffline(command);
                observers.flush();
            }
            statuses.rethrow();
            return new Conclusion(
                    command,
                    definition.signature(),
                    statuses.outcomes(),
                    new LinkedHashSet<>(concluded.spokes().values()),
                    Duration.ofNanos(System.nanoTime() - sinceNs),
                    concluded.residue());
        }

        private synchronized List<TaskSpec> take(String door) {
            if (definition.pattern() == Pattern.TEMPLATE && pushed.isEmpty()) {
                throw new SPMInvariantViolation(door, "a template with its payload", "one without");
            }
            List<TaskSpec> taken = pushed;
            pushed = new ArrayList<>();
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
            if (!(pool instanceof SlotPool chosen) || !chosen.of(Session.this)) {
                throw new IllegalArgumentException("pool " + pool + " belongs to another virtual cloud");
            }
            int min = nSpokesMin.orElse(1);
            int max = nSpokesMax.orElse(Math.max(min, chosen.size()));
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
                    take(door),
                    chosen.slots(),
                    min,
                    max,
                    waitNs,
                    executionNs);
        }
    }
}
