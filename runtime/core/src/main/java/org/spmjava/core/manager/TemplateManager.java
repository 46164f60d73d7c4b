package org.spmjava.core.manager;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Clone/Once: one payload, evaluated once by every acquired Spoke; a failure concerns that Spoke's evaluation alone.
 *
 * <p>Each acquired Spoke brings a task of its own. Without any Spoke there is still the one task that the user
 * populated, so that it gets its final status.
 */
public final class TemplateManager extends IndependentTasks {

    private final ArrayDeque<Clone> pending = new ArrayDeque<>();
    private int taskCount;

    private record Clone(int task, int spoke) {}

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
        pending.addLast(new Clone(taskCount++, spoke));
        return Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        for (Iterator<Clone> clones = pending.iterator(); clones.hasNext(); ) {
            Clone clone = clones.next();
            if (clone.spoke == spoke) {
                clones.remove();
                return clone.task;
            }
        }
        return NONE;
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        pending.addLast(new Clone(task, spoke));
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
        Clone clone = pending.pollFirst();
        return clone == null ? NONE : clone.task;
    }
}
