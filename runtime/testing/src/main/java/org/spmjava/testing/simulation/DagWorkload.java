package org.spmjava.testing.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;

/** Tasks that need others: each starts after all its predecessors returned, or is dropped since one did not. */
final class DagWorkload implements Workload {

    private final Compatibility.Row row;
    private final List<TaskSpec> tasks = new ArrayList<>();

    DagWorkload(Compatibility.Row row, Setting setting) {
        this.row = row;
        int count = Payloads.count(setting.chance());
        boolean relaunches = setting.chance().oneIn(8);
        for (int task = 0; task < count; task++) {
            tasks.add(Payloads.task(task, setting, relaunches, predecessors(task, setting.chance())));
        }
    }

    /** Some twice: that is allowed. */
    private static int[] predecessors(int task, Chance chance) {
        int count = task == 0 ? 0 : chance.below(4);
        return IntStream.generate(() -> chance.between(Math.max(0, task - 20), task - 1))
                .limit(count)
                .toArray();
    }

    @Override
    public Compatibility.Row row() {
        return row;
    }

    @Override
    public List<TaskSpec> tasks() {
        return tasks;
    }

    @Override
    public int tasksAtFirst() {
        return tasks.size();
    }

    @Override
    public int taskOf(int spoke, Assign assign) {
        return Payloads.number(assign.payload());
    }

    @Override
    public TaskSpec spec(int task) {
        return tasks.get(task);
    }

    @Override
    public boolean mayStart(int task, Ledger ledger) {
        return Arrays.stream(tasks.get(task).predecessors()).allMatch(ledger::returned);
    }

    @Override
    public boolean isDoomed(int task, Ledger ledger) {
        return Arrays.stream(tasks.get(task).predecessors()).anyMatch(ledger::failed);
    }

    @Override
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        return ledger.pending() > 0
                && IntStream.range(0, tasks.size()).anyMatch(task -> ledger.isPending(task) && mayStart(task, ledger));
    }
}
