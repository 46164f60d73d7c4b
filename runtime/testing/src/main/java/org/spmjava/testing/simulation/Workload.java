package org.spmjava.testing.simulation;

import java.util.List;
import org.spmjava.api.Pattern;
import org.spmjava.core.hub.TaskSpec;

/**
 * The tasks of a simulated command of one pattern, and what must hold of them beyond what holds of all tasks. A new
 * pattern is one more class and one more line in {@link #draw}.
 */
interface Workload {

    /** Draws the tasks of a command. */
    static Workload draw(Pattern pattern, Setting setting) {
        return switch (pattern) {
            case LIST -> new ListWorkload(setting);
            case DAG -> new DagWorkload(setting);
            case TEMPLATE -> new TemplateWorkload(setting);
        };
    }

    /** The pattern. */
    Pattern pattern();

    /** What is pushed. */
    List<TaskSpec> tasks();

    /** How many tasks there are before any Spoke is acquired. */
    int tasksAtFirst();

    /** How many more tasks each acquired Spoke brings. */
    int tasksOfASpoke();

    /** Whether Spokes are acquired after the waiting deadline. */
    boolean takesLateSpokes();

    /**
     * Which task was assigned.
     *
     * @param spoke the how-manieth acquired Spoke got it, from 0
     * @param payload what it got
     */
    int taskOf(int spoke, byte[] payload);

    /** A task's description. */
    TaskSpec spec(int task);

    /** Whether all that a task needs is there. */
    boolean mayStart(int task, Ledger ledger);

    /** Whether a task can never start, whatever the command does. */
    boolean isDoomed(int task, Ledger ledger);

    /** Whether a Spoke that has nothing to do could be given a task now. */
    boolean hasTaskFor(int spoke, Ledger ledger);

    /** A task has its verdict, which the ledger knows already. */
    default void concluded(int task, Ledger ledger) {}
}
