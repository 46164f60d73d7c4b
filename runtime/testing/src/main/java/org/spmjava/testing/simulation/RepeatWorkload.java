package org.spmjava.testing.simulation;

import java.util.ArrayDeque;
import java.util.List;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;

/** One payload, evaluated so many times by whoever has nothing to do: what was given back comes first. */
final class RepeatWorkload implements Workload {

    private final Compatibility.Row row;
    private final TaskSpec task;
    private final int repetitions;
    private final ArrayDeque<Integer> again = new ArrayDeque<>();
    private int begun;

    RepeatWorkload(Compatibility.Row row, Setting setting) {
        this.row = row;
        this.repetitions = Math.max(1, Payloads.count(setting.chance()));
        // Without a demand for fresh Spokes, since it would rename the repetitions.
        this.task = new TaskSpec(
                "again", Payloads.timeoutNs(setting), false, setting.chance().oneIn(10), new byte[] {0, 0});
    }

    @Override
    public Compatibility.Row row() {
        return row;
    }

    @Override
    public List<TaskSpec> tasks() {
        return List.of(task);
    }

    @Override
    public int repetitions() {
        return repetitions;
    }

    /** A repetition becomes a task when it is handed out. */
    @Override
    public int taskOf(int spoke, Assign assign) {
        return again.isEmpty() ? begun++ : again.removeFirst();
    }

    @Override
    public void givenBack(int number) {
        again.addLast(number);
    }

    @Override
    public TaskSpec spec(int number) {
        return task;
    }

    @Override
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        return !again.isEmpty() || begun < repetitions;
    }

    @Override
    public boolean succeeded(Ledger ledger) {
        return !ledger.anyFailed() && ledger.tasks() == repetitions;
    }
}
