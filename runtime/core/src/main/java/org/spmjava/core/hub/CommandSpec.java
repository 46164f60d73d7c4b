package org.spmjava.core.hub;

import java.util.AbstractList;
import java.util.List;
import java.util.SortedSet;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;

/**
 * A command: one invocation of a manager.
 *
 * @param command its number in the session, from 1
 * @param definition the binary name of the generated definition class
 * @param fingerprint the typedef's fingerprint
 * @param pattern how the tasks are managed
 * @param policy a policy that goes with the pattern
 * @param grain a grain that goes with both
 * @param tasks the tasks; exactly one where one payload is for all Spokes
 * @param repetitions how often a payload is evaluated, at least 1
 * @param slots the slots of the pool
 * @param filter which of the Spokes in these slots are meant
 * @param spokesMin how many Spokes must be there before the first task starts, at least 1
 * @param spokesMax how many slots the command may hold, not below the minimum
 * @param waitNs how long to wait for the minimum
 * @param executionNs how long the tasks may take together, from the first one's start
 */
public record CommandSpec(
        int command,
        String definition,
        long fingerprint,
        Pattern pattern,
        Policy policy,
        Grain grain,
        List<TaskSpec> tasks,
        int repetitions,
        SortedSet<Integer> slots,
        SpokeFilter filter,
        int spokesMin,
        int spokesMax,
        long waitNs,
        long executionNs) {

    /**
     * A task.
     *
     * @param task its number
     * @return what was pushed; the only one where one payload is for all Spokes
     */
    public TaskSpec task(int task) {
        return isOnePayload() ? tasks.get(0) : tasks.get(task);
    }

    /**
     * A task's label.
     *
     * @param task its number
     * @return what {@link #task} would say, without making the rest of the task
     */
    public String label(int task) {
        int pushed = isOnePayload() ? 0 : task;
        return tasks instanceof TaskBatch batch
                ? batch.label(pushed)
                : tasks.get(pushed).label();
    }

    /**
     * Whether every Spoke evaluates the same payload.
     *
     * @return true for a template, a graph and a grid
     */
    public boolean isOnePayload() {
        return pattern == Pattern.TEMPLATE || pattern == Pattern.GRAPH || pattern == Pattern.GRID;
    }

    /**
     * Whether a slot's Spoke is meant.
     *
     * @param spoke a Spoke
     * @return true if it is in the pool
     */
    boolean isInPool(SpokeIdentity spoke) {
        return slots.contains(spoke.slot()) && filter.accepts(spoke);
    }

    /**
     * Which tasks each task needs.
     *
     * @return a view: there may be millions of tasks, and most need no other
     */
    public List<int[]> predecessors() {
        return new AbstractList<>() {
            @Override
            public int[] get(int task) {
                return tasks instanceof TaskBatch batch
                        ? batch.predecessors(task)
                        : tasks.get(task).predecessors();
            }

            @Override
            public int size() {
                return tasks.size();
            }
        };
    }
}
