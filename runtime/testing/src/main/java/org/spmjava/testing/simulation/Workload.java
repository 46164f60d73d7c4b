package org.spmjava.testing.simulation;

import java.util.List;
import org.spmjava.api.Policy;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;

/**
 * The tasks of a simulated command of one pattern, and what must hold of them beyond what holds of all tasks. A new
 * pattern is one more class and one more line in {@link #draw}.
 */
interface Workload {

    /** What has happened means to the tasks that are not final. */
    enum Meaning {
        NOTHING,
        /** Those that have not started are dropped. */
        DROPS_PENDING,
        /** Those that run are ended by force, too. */
        ENDS_OTHERS
    }

    /** Draws a command: any pattern, with any policy and grain that goes with it. */
    static Workload draw(Setting setting) {
        Compatibility.Row row = setting.chance().oneOf(Compatibility.rows());
        return switch (row.pattern()) {
            case LIST -> new ListWorkload(row, setting);
            case DAG -> new DagWorkload(row, setting);
            case AGGREGATE ->
                row.policy() == Policy.DECENTRALIZED
                        ? new DecentralizedWorkload(row, setting)
                        : new ListWorkload(row, setting);
            case GRAPH, GRID -> new UnitWorkload(row, setting);
            case TEMPLATE ->
                switch (row.grain()) {
                    case GENERAL -> new UnitWorkload(row, setting);
                    case COARSE, LIMITED ->
                        row.policy() == Policy.REPEAT
                                ? new RepeatWorkload(row, setting)
                                : new TemplateWorkload(row, setting);
                };
        };
    }

    /** The pattern, its policy and its grain. */
    Compatibility.Row row();

    /** What is pushed. */
    List<TaskSpec> tasks();

    /** How often a payload is evaluated. */
    default int repetitions() {
        return 1;
    }

    /** How many tasks there are before any Spoke is acquired. */
    default int tasksAtFirst() {
        return 0;
    }

    /** How many more tasks each acquired Spoke brings. */
    default int tasksOfASpoke() {
        return 0;
    }

    /** How many more tasks there are once Spokes have become a unit. */
    default int tasksOfAUnit(int size) {
        return 0;
    }

    /** Whether Spokes are acquired after the waiting deadline. */
    default boolean takesLateSpokes() {
        return true;
    }

    /** Whether all tasks share one fate: what they return is held back until all have. */
    default boolean isUnit() {
        return false;
    }

    /** Whether a task was pushed by the user, who gets its final status. */
    default boolean isPushed(int task) {
        return true;
    }

    /**
     * Which task was assigned.
     *
     * @param spoke which Spoke got it: its rank in the unit, or else the how-manieth acquired it is, from 0
     * @param assign what it got
     */
    int taskOf(int spoke, Assign assign);

    /** A task's description. */
    TaskSpec spec(int task);

    /** Whether all that a task needs is there. */
    default boolean mayStart(int task, Ledger ledger) {
        return true;
    }

    /** Whether a task can never start, whatever the command does. */
    default boolean isDoomed(int task, Ledger ledger) {
        return false;
    }

    /** Whether a Spoke that has nothing to do could be given a task now. */
    boolean hasTaskFor(int spoke, Ledger ledger);

    /** What has happened so far means to the tasks that are not final. */
    default Meaning meaning(Ledger ledger) {
        return switch (row().policy()) {
            case FAIL_FAST, UNIT, DECENTRALIZED -> ledger.anyFailed() ? Meaning.ENDS_OTHERS : Meaning.NOTHING;
            case RACE -> ledger.anyReturned() ? Meaning.ENDS_OTHERS : Meaning.NOTHING;
            case CENTRALIZED -> ledger.anyFailed() ? Meaning.DROPS_PENDING : Meaning.NOTHING;
            case ISOLATED, DESCENDANTS, ONCE, REPEAT ->
                isUnit() && ledger.anyFailed() ? Meaning.ENDS_OTHERS : Meaning.NOTHING;
        };
    }

    /** A task that was assigned will not start there; it is pending again. */
    default void givenBack(int task) {}

    /** Whether all is done that can be expected when nothing goes wrong. */
    default boolean succeeded(Ledger ledger) {
        return row().policy() == Policy.RACE ? ledger.tasks() == 0 || ledger.anyReturned() : !ledger.anyFailed();
    }
}
