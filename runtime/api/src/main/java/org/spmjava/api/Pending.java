package org.spmjava.api;

import java.util.Optional;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.error.SPMTaskError;

/** A task that has not concluded. */
enum Pending implements TaskStat<Object> {
    TASK;

    @Override
    public Object returnValue() {
        throw new SPMInvariantViolation(
                "spm.stat.returnValue", "a task that has concluded, in its status callback", "one that has not");
    }

    @Override
    public Optional<SPMTaskError> exception() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "pending";
    }
}
