package org.spmjava.testing.simulation;

import java.util.List;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;

/** One payload, evaluated by Spokes that start together, talk to each other and share one fate. */
final class UnitWorkload implements Workload {

    private final Compatibility.Row row;
    private final TaskSpec task;

    UnitWorkload(Compatibility.Row row, Setting setting) {
        this.row = row;
        this.task = Payloads.task(0, setting, setting.chance().oneIn(4), TaskSpec.NO_PREDECESSORS);
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
    public int tasksOfAUnit(int size) {
        return size;
    }

    @Override
    public boolean takesLateSpokes() {
        return false;
    }

    @Override
    public boolean isUnit() {
        return true;
    }

    @Override
    public int taskOf(int spoke, Assign assign) {
        return spoke;
    }

    @Override
    public TaskSpec spec(int number) {
        return task;
    }

    @Override
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        return spoke >= 0 && spoke < ledger.tasks() && ledger.isPending(spoke);
    }
}
