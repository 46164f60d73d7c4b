package org.spmjava.core.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.spmjava.api.Conclusion;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.closure.OutcomeList;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEffect.Combined;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.hub.HubEvent;

/**
 * Hands what concerns the user's code to it, in the thread that manages, until some of that code throws; keeps what
 * becomes of each task.
 */
final class Callbacks<P, R> implements Engine.CommandSink {

    private final TaskManagerDefinition<P, R> definition;
    private final CommandSpec spec;
    private final StatusCallback<P, R> onStatus;
    private final Handlers<P> handlers;
    private final Aggregation<R> aggregation;
    private final Observers observers;
    /** Filled by the thread that manages, and guarded by itself: any other may ask. */
    private final OutcomeList.Builder outcomes = new OutcomeList.Builder();
    /** Null unless user code runs. */
    private Consumer<HubEvent> hub;

    private Throwable thrown;
    private final Thread manager = Thread.currentThread();

    /** For the calling thread, which manages. */
    Callbacks(
            TaskManagerDefinition<P, R> definition,
            CommandSpec spec,
            StatusCallback<P, R> onStatus,
            Handlers<P> handlers,
            Aggregation<R> aggregation,
            Observers observers) {
        this.definition = definition;
        this.spec = spec;
        this.onStatus = onStatus;
        this.handlers = handlers;
        this.aggregation = aggregation;
        this.observers = observers;
    }

    @Override
    public boolean accept(HubEffect effect, Consumer<HubEvent> events) {
        hub = events;
        try {
            if (effect instanceof TaskFinal last) {
                status(last);
            } else if (effect instanceof Spoken spoken) {
                handlers.process(definition, spec, spoken).ifPresent(events);
            } else if (effect instanceof Combined combined) {
                aggregation.share(Wires.decode(definition.resultCodec(), combined.share()));
            }
            return true;
        } catch (Throwable fromUserCode) {
            thrown = fromUserCode;
            return false;
        } finally {
            hub = null;
        }
    }

    private void status(TaskFinal last) throws Exception {
        DefaultTaskStatus<P, R> status = new DefaultTaskStatus<>(definition, spec, last);
        synchronized (outcomes) {
            outcomes.add(
                    last.task(),
                    status.label(),
                    last.verdict(),
                    last.spoke(),
                    last.startNs(),
                    last.durationNs(),
                    last.text());
        }
        aggregation.ended(status);
        onStatus.onStatus(status);
        observers.tellProgress(
                spec.command(), outcomes.size(), Math.max(spec.tasks().size(), outcomes.size()));
    }

    /** Whether this thread is in user code of this command; if so, no further task starts. */
    boolean stop() {
        if (Thread.currentThread() != manager || hub == null) {
            return false;
        }
        hub.accept(new HubEvent.CommandStopped(spec.command()));
        return true;
    }

    /** How a task ended, if its callback has been called; from any thread. */
    Optional<Conclusion.Outcome> outcome(int task) {
        synchronized (outcomes) {
            return outcomes.of(task);
        }
    }

    /** Throws what user code threw, if it did. */
    void rethrow() throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof Exception exception) {
            throw exception;
        } else if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    List<Conclusion.Outcome> outcomes() {
        return outcomes.build();
    }
}
