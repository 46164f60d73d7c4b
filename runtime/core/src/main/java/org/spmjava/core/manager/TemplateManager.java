package org.spmjava.core.manager;

import java.util.TreeSet;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Policy;

/**
 * Clone/Once: one payload, evaluated once by every acquired Spoke. By policy, a failure concerns that Spoke's
 * evaluation alone, or the first that returns ends the others.
 *
 * <p>Each acquired Spoke brings a task of its own, with its ordinal for a number. Without any Spoke there is still the
 * one task that the user populated, so that it gets its final status.
 */
public final class TemplateManager extends IndependentTasks {

    private final TreeSet<Integer> pending = new TreeSet<>();
    private int taskCount;

    /**
     * Makes the interpreter of one command.
     *
     * @param policy what the end of a task means to the others
     */
    public TemplateManager(Policy policy) {
        super(policy);
    }

    @Override
    public int taskCount() {
        return taskCount;
    }

    @Override
    public Acquisition acquisition() {
        return Acquisition.UNTIL_DEADLINE;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        pending.add(spoke);
        taskCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        return pending.remove(spoke) ? spoke : NONE;
    }

    @Override
    public int pending() {
        return 0;
    }

    @Override
    public Waiting waiting(int task) {
        if (task >= taskCount) {
            return new Waiting.ToBecome();
        }
        return pending.contains(task) ? new Waiting.ForItsSpoke() : new Waiting.NoMore();
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        pending.add(task);
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
        Integer task = pending.pollFirst();
        return task == null ? NONE : task;
    }
}
