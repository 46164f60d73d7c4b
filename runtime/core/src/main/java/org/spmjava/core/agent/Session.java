package org.spmjava.core.agent;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.core.hub.HubEffect;

/** A session as the user sees it; guards every door. */
final class Session implements VirtualCloud {

    private final Engine engine;
    private final Observers observers;
    private final Runnable onClosed;
    private final SortedSet<Integer> slots;
    private final Standing standing = new Standing();
    private final Set<String> signatures = new HashSet<>();
    private final AtomicInteger lastCommand = new AtomicInteger();

    /** Of the command that is online; null otherwise. */
    private volatile Callbacks<?, ?> online;
    /** The last; null before, and if a callback threw. */
    private volatile Conclusion conclusion;

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
    public <P, R> ManagerHandle<P, R> define(TaskManagerDefinition<P, R> definition, StatusCallback<P, R> onStatus) {
        String door = "define " + definition.signature();
        standing.requireHubOffline(door);
        if (Compatibility.row(definition.pattern(), definition.policy(), definition.grain())
                .isEmpty()) {
            throw new SPMInvariantViolation(
                    door, "a policy and a grain that go with the pattern", Closure.management(definition));
        }
        synchronized (signatures) {
            if (!signatures.add(definition.signature())) {
                throw new SPMInvariantViolation(
                        door, "a signature that is new in this session", "one that is defined already");
            }
        }
        return new Closure<>(this, definition, onStatus);
    }

    @Override
    public void observe(SessionObserver observer) {
        observers.add(observer);
    }

    @Override
    public String explain(int task) throws InterruptedException {
        Standing.requireHub("explain");
        Callbacks<?, ?> managing = online;
        if (managing == null) {
            Conclusion last = conclusion;
            return last == null
                    ? "No command is online, and none has concluded before."
                    : "No command is online. In the last that concluded, command " + last.command() + ": "
                            + last.explain(task);
        }
        Optional<HubEffect.Explained> answer = engine.explain(task);
        if (answer.isEmpty()) {
            return "The Hub is busy, and did not answer in time.";
        }
        if (!answer.get().ended()) {
            return answer.get().text();
        }
        return managing.outcome(task)
                .map(outcome -> outcome.explain(task))
                .orElseGet(() -> answer.get().text() + " Its callback has not been called.");
    }

    void wentOnline(Callbacks<?, ?> callbacks) {
        online = callbacks;
        conclusion = null;
    }

    void wentOffline() {
        online = null;
    }

    void concluded(Conclusion last) {
        conclusion = last;
    }

    @Override
    public void close() {
        Standing.requireHub("close");
        standing.close();
        engine.close();
        observers.close();
        onClosed.run();
    }

    int nextCommand() {
        return lastCommand.incrementAndGet();
    }

    Engine engine() {
        return engine;
    }

    Standing standing() {
        return standing;
    }

    Observers observers() {
        return observers;
    }
}
