package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.api.closure.Compatibility.Row;

/**
 * A management in full swing, which is where faults are injected: tasks 0, 1 and 2 run on Spokes 1, 2 and 3. Where
 * there are more tasks than Spokes, 3 and 4 wait; in a DAG, task 3 for task 0 and task 4 for task 1.
 *
 * @param row the management
 * @param combining whether the tasks of a decentralized aggregate have all returned, and what runs combines them
 */
record Stage(Row row, boolean combining) {

    static final int SPOKES = 3;
    static final int TASKS = 5;
    static final int SUCCESSOR = 3;

    static final long LONG_MS = 100_000;
    static final long EXECUTION_MS = 10 * LONG_MS;

    /** Every management, and the second half of the decentralized aggregate. */
    static List<Stage> all() {
        List<Stage> stages = new ArrayList<>();
        for (Row row : Compatibility.rows()) {
            stages.add(new Stage(row, false));
            if (row.policy() == Policy.DECENTRALIZED) {
                stages.add(new Stage(row, true));
            }
        }
        return stages;
    }

    static Stage of(Pattern pattern, Policy policy, Grain grain) {
        Optional<Row> row = Compatibility.row(pattern, policy, grain);
        return new Stage(row.orElseThrow(), false);
    }

    Policy policy() {
        return row.policy();
    }

    /** Whether one fate is everyone's. */
    boolean isUnit() {
        return row.grain() == Grain.GENERAL || policy() == Policy.DECENTRALIZED;
    }

    /** Whether each Spoke has the one task that is its own. */
    boolean isClone() {
        boolean onePayload =
                row.pattern() == Pattern.TEMPLATE || row.pattern() == Pattern.GRAPH || row.pattern() == Pattern.GRID;
        return onePayload && policy() != Policy.REPEAT;
    }

    /** How many tasks there are while no Spoke is lost. */
    int tasks() {
        return isClone() ? SPOKES : TASKS;
    }

    /** The command as it is invoked, with a number of tasks that need no other unless there are all. */
    HubUnderTest command(HubUnderTest hub, int tasks) {
        hub.pattern(row.pattern(), row.policy())
                .grain(row.grain())
                .spokes(1, SPOKES)
                .timeoutMs(LONG_MS)
                .executionMs(EXECUTION_MS);
        if (isClone()) {
            return hub.tasks(1);
        }
        if (policy() == Policy.REPEAT) {
            return hub.tasks(1).repetitions(tasks);
        }
        boolean edges = row.pattern() == Pattern.DAG && tasks == TASKS;
        return edges ? hub.tasks(SPOKES).taskAfter(0).taskAfter(1) : hub.tasks(tasks);
    }

    /** Up to where every Spoke has got its task. */
    Drill assigned(HubUnderTest hub) {
        Drill drill = new Drill(hub);
        drill.take(hub.invoke());
        if (combining) {
            while (drill.units.isEmpty()) {
                drill.returnsNext();
            }
        }
        return drill;
    }

    /** Up to where every Spoke evaluates its task. */
    Drill running() {
        return assigned(command(HubUnderTest.withSpokes(SPOKES), TASKS)).start(true);
    }

    /** Up to where every Spoke preloads its task. */
    Drill preloading() {
        return assigned(command(HubUnderTest.withSpokes(SPOKES), TASKS)).start(false);
    }

    /** Up to where every Spoke evaluates a task, and none waits. */
    Drill few() {
        return assigned(command(HubUnderTest.withSpokes(SPOKES), SPOKES)).start(true);
    }

    @Override
    public String toString() {
        return row.pattern() + " " + row.policy() + " " + row.grain() + (combining ? " combining" : "");
    }
}
