package org.spmjava.api;

import java.time.Duration;
import java.util.List;

/** What a command is, for those who follow a session. Immutable; may be asked from any thread. */
public interface CommandDescription {

    /**
     * The signature of the closure that is managed.
     *
     * @return the annotated class's name and the user's signature, joined by {@code #}
     */
    String signature();

    /**
     * How its tasks are managed.
     *
     * @return the pattern
     */
    Pattern pattern();

    /**
     * The policy that goes with the pattern.
     *
     * @return the policy
     */
    Policy policy();

    /**
     * How far its tasks may communicate.
     *
     * @return the grain
     */
    Grain grain();

    /**
     * When {@code manage} was called.
     *
     * @return from the begin of the session, by the clock of the Hub
     */
    Duration invokedAt();

    /**
     * How many tasks were pushed. Where one payload is for all Spokes, that is 1, whatever the number of its
     * evaluations.
     *
     * @return 0 or more
     */
    int pushed();

    /**
     * The label of what was pushed.
     *
     * @param task its number, from 0
     * @return the label
     * @throws IndexOutOfBoundsException unless that many were pushed
     */
    String label(int task);

    /**
     * Which tasks have to return before a task starts.
     *
     * @param task its number, from 0
     * @return their numbers, each less than the task's; empty unless the pattern is {@link Pattern#DAG}
     * @throws IndexOutOfBoundsException unless that many were pushed
     */
    List<Integer> predecessors(int task);
}
