package org.spmjava.core.manager;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.spmjava.api.Verdict;

/**
 * Clone/Once: one payload, evaluated once by every acquired Spoke; a failure concerns that Spoke's evaluation alone.
 *
 * <p>Each acquired Spoke brings a task of its own. Without any Spoke there is still the one task that the user
 * populated, so that it gets its final status.
 */
public final class TemplateManager implements Manager {

    private final ArrayDeque<Clone> pending = new ArrayDeque<>();
    private int taskCount;
    private int finalCount;

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
    public Interpretation invoked() {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        pending.addLast(new Clone(taskCount++, spoke));
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation spokesMissing() {
        return Interpretation.DROP_PENDING;
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
    public Interpretation preloading(int task) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation online(int task) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation returned(int task) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation uncaught(int task, Verdict verdict) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation terminated(int task, Verdict verdict) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation callbackThrew() {
        return Interpretation.END_ALL;
    }

    @Override
    public Interpretation executionExpired() {
        return Interpretation.TIME_OUT_ALL;
    }

    @Override
    public int drop() {
        if (taskCount == 0) {
            taskCount = 1;
            finalCount = 1;
            return 0;
        }
        Clone clone = pending.pollFirst();
        if (clone == null) {
            return NONE;
        }
        finalCount++;
        return clone.task;
    }

    @Override
    public boolean concluded() {
        return taskCount > 0 && finalCount == taskCount;
    }
}
