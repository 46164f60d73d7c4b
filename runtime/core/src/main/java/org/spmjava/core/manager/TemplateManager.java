package org.spmjava.core.manager;

import java.util.Iterator;
import java.util.LinkedHashMap;

/**
 * Clone/Once: one payload, evaluated once by every acquired Spoke; a failure concerns that Spoke's evaluation alone.
 *
 * <p>Each acquired Spoke brings a task of its own. Without any Spoke there is still the one task that the user
 * populated, so that it gets its final status.
 */
public final class TemplateManager extends IndependentTasks {

    /** Which task waits for each Spoke, in the order in which they came to wait. */
    private final LinkedHashMap<Integer, Integer> pending = new LinkedHashMap<>();

    private int taskCount;

    @Override
    public int taskCount() {
        return taskCount;
    }

    @Override
    public boolean acquiresLateSpokes() {
        return false;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        pending.put(spoke, taskCount++);
        return Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        Integer task = pending.remove(spoke);
        return task == null ? NONE : task;
    }

    @Override
    public boolean anyPending() {
        return false;
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        pending.put(spoke, task);
        return Interpretation.CONTINUE;
    }

    @Override
    public boolean concluded() {
        return taskCount > 0 && finalCount() == taskCount;
    }

    @Override
    int takePending() {
        if (taskCount == 0) {
            return taskCount++;
        }
        Iterator<Integer> tasks = pending.values().iterator();
        if (!tasks.hasNext()) {
            return NONE;
        }
        int task = tasks.next();
        tasks.remove();
        return task;
    }
}
