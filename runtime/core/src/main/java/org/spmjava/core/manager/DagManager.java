package org.spmjava.core.manager;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;

/**
 * Partition/DAG: a task is ready when all its predecessors returned; by policy, a failure drops its descendants and no
 * one else, or ends all.
 *
 * <p>Predecessors are numbered lower than those that need them, so that there is no cycle. Every edge is looked at once
 * when it is made and once when its predecessor ends: an event costs its task's own edges, however large the graph.
 */
public final class DagManager extends EveryManager {

    private enum State {
        WAITING,
        READY,
        HANDED_OUT,
        FINAL
    }

    private final List<int[]> predecessors;
    private final State[] states;
    /** How many predecessors of each task have not returned. */
    private final int[] missing;
    /** The successors of task t are those from {@code firstSuccessor[t]} to {@code firstSuccessor[t + 1]}. */
    private final int[] firstSuccessor;

    private final int[] successors;
    /** Those that are ready, in the order in which they became so, and some that were dropped meanwhile. */
    private final ArrayDeque<Integer> ready = new ArrayDeque<>();

    private int readyCount;
    private final ArrayDeque<Integer> doomed = new ArrayDeque<>();
    /** Where the search for what is to be dropped has got to: no task below it is pending but those in the next. */
    private int firstPending;

    /** Tasks below that never started after they were handed out, lowest first. */
    private final TreeSet<Integer> pendingBelow = new TreeSet<>();

    private final boolean failsFast;

    /**
     * Makes the interpreter of one command.
     *
     * @param predecessors of each task, in the order of the tasks
     * @param policy what a failure means
     * @throws IllegalArgumentException if a task needs itself or one that comes after it
     */
    public DagManager(List<int[]> predecessors, Policy policy) {
        failsFast = policy == Policy.FAIL_FAST;
        this.predecessors = predecessors;
        int count = predecessors.size();
        states = new State[count];
        missing = new int[count];
        firstSuccessor = new int[count + 1];
        for (int task = 0; task < count; task++) {
            for (int predecessor : predecessors.get(task)) {
                if (predecessor < 0 || predecessor >= task) {
                    throw new IllegalArgumentException("task " + task + " cannot need task " + predecessor);
                }
                firstSuccessor[predecessor + 1]++;
            }
        }
        for (int task = 0; task < count; task++) {
            firstSuccessor[task + 1] += firstSuccessor[task];
        }
        successors = new int[firstSuccessor[count]];
        int[] filled = firstSuccessor.clone();
        for (int task = 0; task < count; task++) {
            missing[task] = predecessors.get(task).length;
            for (int predecessor : predecessors.get(task)) {
                successors[filled[predecessor]++] = task;
            }
            states[task] = State.WAITING;
            if (missing[task] == 0) {
                becomeReady(task);
            }
        }
    }

    @Override
    public int taskCount() {
        return states.length;
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
        if (readyCount == 0) {
            return NONE;
        }
        forgetUnready();
        int task = ready.removeFirst();
        states[task] = State.HANDED_OUT;
        readyCount--;
        return task;
    }

    /** What was dropped while it was ready. */
    private void forgetUnready() {
        while (!ready.isEmpty() && states[ready.peekFirst()] != State.READY) {
            ready.removeFirst();
        }
    }

    @Override
    public int pending() {
        return readyCount;
    }

    @Override
    public Waiting waiting(int task) {
        return switch (states[task]) {
            case WAITING ->
                new Waiting.ForTasks(IntStream.of(predecessors.get(task))
                        .filter(needed -> states[needed] != State.FINAL)
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList());
            case READY -> {
                forgetUnready();
                yield inQueue(ready, task);
            }
            case HANDED_OUT, FINAL -> new Waiting.NoMore();
        };
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        becomeReady(task);
        if (task < firstPending) {
            pendingBelow.add(task);
        }
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation returned(int task) {
        end(task);
        boolean news = false;
        for (int edge = firstSuccessor[task]; edge < firstSuccessor[task + 1]; edge++) {
            int successor = successors[edge];
            missing[successor]--;
            if (missing[successor] == 0 && states[successor] == State.WAITING) {
                becomeReady(successor);
                news = true;
            }
        }
        return news ? Interpretation.SCHEDULE : Interpretation.CONTINUE;
    }

    @Override
    public Interpretation uncaught(int task, Verdict verdict) {
        return failed(task);
    }

    @Override
    public Interpretation terminated(int task, Verdict verdict) {
        return failed(task);
    }

    @Override
    public int takeDoomed() {
        Integer task = doomed.pollFirst();
        while (task != null && states[task] != State.WAITING) {
            task = doomed.pollFirst();
        }
        if (task == null) {
            return NONE;
        }
        failed(task);
        return task;
    }

    @Override
    public boolean concluded() {
        return finalCount() == states.length;
    }

    @Override
    int takePending() {
        while (!pendingBelow.isEmpty() || firstPending < states.length) {
            int task = pendingBelow.isEmpty() ? firstPending++ : pendingBelow.pollFirst();
            if (states[task] == State.WAITING || states[task] == State.READY) {
                readyCount -= states[task] == State.READY ? 1 : 0;
                states[task] = State.FINAL;
                return task;
            }
        }
        return NONE;
    }

    private void becomeReady(int task) {
        states[task] = State.READY;
        readyCount++;
        ready.addLast(task);
    }

    /** Whoever waits for a task that did not return waits for ever. */
    private Interpretation failed(int task) {
        end(task);
        if (failsFast) {
            return Interpretation.END_OTHERS;
        }
        for (int edge = firstSuccessor[task]; edge < firstSuccessor[task + 1]; edge++) {
            doomed.addLast(successors[edge]);
        }
        return doomed.isEmpty() ? Interpretation.CONTINUE : Interpretation.DROP_DOOMED;
    }

    private void end(int task) {
        states[task] = State.FINAL;
        countFinal();
    }
}
