package org.spmjava.core.agent;

import java.time.Duration;
import java.util.Optional;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Verdict;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect.TaskFinal;

/** A final status; payload and return value are decoded when they are asked for. */
final class DefaultTaskStatus<P, R> implements TaskStatus<P, R> {

    private final TaskManagerDefinition<P, R> definition;
    private final CommandSpec spec;
    private final TaskFinal status;

    DefaultTaskStatus(TaskManagerDefinition<P, R> definition, CommandSpec spec, TaskFinal status) {
        this.definition = definition;
        this.spec = spec;
        this.status = status;
    }

    @Override
    public int index() {
        return status.task();
    }

    @Override
    public P task() {
        SpokeIdentity where = status.spoke();
        byte[] payload = spec.task(status.task()).payload();
        P placed = where == null
                ? Wires.decode(definition.payloadCodec(), payload)
                : Wires.placed(definition, payload, where, status.rank());
        return definition.concluded(placed, this);
    }

    @Override
    public String label() {
        return spec.label(status.task());
    }

    @Override
    public Verdict verdict() {
        return status.verdict();
    }

    @Override
    public R returnValue() {
        if (!status.verdict().returned()) {
            throw failure();
        }
        boolean keptBySpoke = status.result().length == 0;
        return keptBySpoke ? null : Wires.decode(definition.resultCodec(), status.result());
    }

    @Override
    public Optional<SPMTaskError> exception() {
        return status.verdict().returned() ? Optional.empty() : Optional.of(failure());
    }

    @Override
    public Optional<SpokeIdentity> spoke() {
        return Optional.ofNullable(status.spoke());
    }

    @Override
    public Duration duration() {
        return Duration.ofNanos(status.durationNs());
    }

    @Override
    public String toString() {
        return verdict().toString();
    }

    private SPMTaskError failure() {
        return SPMTaskError.of(
                status.verdict(),
                new SPMTaskError.Failure(label(), status.spoke(), status.text(), status.stackTrace()));
    }
}
