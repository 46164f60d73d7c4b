package org.spmjava.core.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.hub.TaskSpec;

/** Collects the final statuses of a command and hands each to the user's callback, until one throws. */
final class Statuses<P, R> implements Engine.StatusSink {

    private final TaskManagerDefinition<P, R> definition;
    private final List<TaskSpec> tasks;
    private final StatusCallback<P, R> onStatus;
    private final Observers observers;
    private final int command;
    private final List<Indexed> outcomes = new ArrayList<>();
    private Throwable thrown;

    private record Indexed(int index, Conclusion.Outcome outcome) {}

    Statuses(
            TaskManagerDefinition<P, R> definition,
            List<TaskSpec> tasks,
            StatusCallback<P, R> onStatus,
            Observers observers,
            int command) {
        this.definition = definition;
        this.tasks = tasks;
        this.onStatus = onStatus;
        this.observers = observers;
        this.command = command;
    }

    @Override
    public boolean accept(TaskFinal last) {
        TaskSpec spec = definition.pattern() == Pattern.TEMPLATE ? tasks.get(0) : tasks.get(last.task());
        DefaultTaskStatus<P, R> status = new DefaultTaskStatus<>(definition, spec, last);
        outcomes.add(new Indexed(last.task(), status.outcome()));
        try {
            onStatus.onStatus(status);
        } catch (Throwable fromCallback) {
            thrown = fromCallback;
            return false;
        }
        observers.tellProgress(command, outcomes.size(), Math.max(tasks.size(), outcomes.size()));
        return true;
    }

    /** Throws what the callback threw, if it did. */
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
        return outcomes.stream()
                .sorted(Comparator.comparingInt(Indexed::index))
                .map(Indexed::outcome)
                .toList();
    }
}
