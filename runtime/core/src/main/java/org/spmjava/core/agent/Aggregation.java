package org.spmjava.core.agent;

import java.util.Optional;
import java.util.TreeMap;
import org.spmjava.api.Policy;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.api.error.SPMTaskError;

/**
 * What the tasks of an aggregate returned: at the Hub combined in the order of the tasks, whatever the order in which
 * they end. Only what is ahead of that order waits. What Spokes have combined comes in the order of their ranks.
 */
final class Aggregation<R> {

    private final TaskManagerDefinition<?, R> definition;
    private final TreeMap<Integer, R> ahead = new TreeMap<>();
    private int next;
    private Optional<R> combined = Optional.empty();
    private SPMTaskError failure;
    private int failed = Integer.MAX_VALUE;

    Aggregation(TaskManagerDefinition<?, R> definition) {
        this.definition = definition;
    }

    /** A task has its final status. */
    void ended(TaskStatus<?, R> status) throws Exception {
        Optional<SPMTaskError> exception = status.exception();
        if (exception.isPresent()) {
            if (status.index() < failed) {
                failed = status.index();
                failure = exception.get();
            }
        } else if (definition.policy() == Policy.CENTRALIZED && failure == null) {
            ahead.put(status.index(), status.returnValue());
            while (!ahead.isEmpty() && ahead.firstKey() == next) {
                add(ahead.pollFirstEntry().getValue());
                next++;
            }
        }
    }

    /** A Spoke's share of what was combined already. */
    void share(R share) throws Exception {
        add(share);
    }

    private void add(R value) throws Exception {
        combined = Optional.of(combined.isPresent() ? definition.reduce(combined.get(), value) : value);
    }

    /**
     * The result.
     *
     * @throws SPMTaskError of the first task that did not return
     */
    Optional<R> result() {
        if (failure != null) {
            throw failure;
        }
        return combined;
    }
}
