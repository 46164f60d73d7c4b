package org.spmjava.report;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a command at one moment. Times count from the session's begin.
 *
 * @param number its number
 * @param signature the closure's
 * @param management pattern, policy and grain, for people
 * @param state how far it got
 * @param unit whether its tasks go together, so that each member is worth a look
 * @param pushed how many tasks were pushed
 * @param beginNs when {@code manage} was called
 * @param endNs when it concluded; before that, when its last known task ended
 * @param residue what was left
 * @param predecessors which tasks each task needs; empty unless it is a DAG of moderate size
 * @param tasks those that are known
 * @param totals of all its tasks
 * @param leftOut how many of its tasks are not among those that are known
 */
record CommandView(
        int number,
        String signature,
        String management,
        State state,
        boolean unit,
        int pushed,
        long beginNs,
        long endNs,
        List<String> residue,
        List<int[]> predecessors,
        List<EndedTask> tasks,
        Totals totals,
        long leftOut) {

    /** How far it got. */
    enum State {
        /** Its {@code manage} returned. */
        RETURNED,
        /** It concluded, and its {@code manage} threw. */
        THREW,
        /** It is not known to have concluded. */
        ONLINE;

        /** For people. */
        String display() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    long durationNs() {
        return endNs - beginNs;
    }

    double efficiency() {
        return totals.efficiency(durationNs());
    }

    boolean isDag() {
        return !predecessors.isEmpty();
    }
}
