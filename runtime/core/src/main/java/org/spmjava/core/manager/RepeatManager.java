package org.spmjava.core.manager;

import java.util.ArrayDeque;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Policy;

/**
 * Clone/Repeat: one payload, evaluated again and again by whoever has nothing to do, until a count is reached or the
 * Hub says stop; a failure concerns its evaluation alone.
 *
 * <p>A repetition becomes a task when it is handed out. If none ever is, there is still the one task that the user
 * populated, so that it gets its final status.
 */
public final class RepeatManager extends IndependentTasks {

    private final ArrayDeque<Integer> returnedToQueue = new ArrayDeque<>();
    private int repetitions;
    private int taskCount;

    /**
     * Makes the interpreter of one command.
     *
     * @param repetitions how many evaluations there are, at least 1
     */
    public RepeatManager(int repetitions) {
        super(Policy.REPEAT);
        this.repetitions = repetitions;
    }

    @Override
    public int taskCount() {
        return taskCount;
    }

    @Override
    public Acquisition acquisition() {
        return Acquisition.OPEN;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        return Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        Integer again = returnedToQueue.pollFirst();
        if (again != null) {
            return again;
        }
        return taskCount < repetitions ? taskCount++ : NONE;
    }

    @Override
    public int pending() {
        return returnedToQueue.size() + repetitions - taskCount;
    }

    @Override
    public Waiting waiting(int task) {
        return task >= taskCount && task < repetitions
                ? new Waiting.InQueue(returnedToQueue.size() + task - taskCount)
                : inQueue(returnedToQueue, task);
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        returnedToQueue.addLast(task);
        return Interpretation.CONTINUE;
    }

    @Override
    public boolean concluded() {
        return taskCount == repetitions && finalCount() == taskCount;
    }

    @Override
    int takePending() {
        repetitions = Math.max(1, taskCount);
        return next(NONE);
    }
}
