package org.spmjava.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The chain of tasks, each needed by the next, that takes longest by what the tasks took: no number of Spokes would
 * have made a DAG faster than it.
 *
 * @param tasks the numbers of its tasks, in their order
 * @param lengthNs how long they took together
 */
record CriticalPath(List<Integer> tasks, long lengthNs) {

    /**
     * Finds it.
     *
     * @param predecessors of each task, those that it needs; each number is less than the task's
     * @param durationsNs what each task took
     */
    static CriticalPath of(List<int[]> predecessors, long[] durationsNs) {
        int count = predecessors.size();
        long[] endsNs = new long[count];
        int[] before = new int[count];
        int last = -1;
        for (int task = 0; task < count; task++) {
            before[task] = -1;
            long startNs = 0;
            for (int needed : predecessors.get(task)) {
                if (before[task] < 0 || endsNs[needed] > startNs) {
                    startNs = endsNs[needed];
                    before[task] = needed;
                }
            }
            endsNs[task] = startNs + durationsNs[task];
            last = last < 0 || endsNs[task] > endsNs[last] ? task : last;
        }
        List<Integer> path = new ArrayList<>();
        for (int task = last; task >= 0; task = before[task]) {
            path.add(task);
        }
        Collections.reverse(path);
        return new CriticalPath(path, last < 0 ? 0 : endsNs[last]);
    }
}
