package org.spmjava.core.manager;

import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;

/** Told what managers recognise, in the order in which they do. Must not call back. */
@FunctionalInterface
public interface Watch {

    /** In place of a task's number: the event concerns none in particular. */
    int NO_TASK = -1;

    /**
     * An event was recognised.
     *
     * @param command the command's number
     * @param event the event
     * @param task the task that it concerns, or {@link #NO_TASK}
     * @param interpretation what the manager makes of it; while tasks are ended by force, what it makes of each of them
     *     has no further effect
     */
    void recognised(int command, ManagerEvent event, int task, Interpretation interpretation);
}
