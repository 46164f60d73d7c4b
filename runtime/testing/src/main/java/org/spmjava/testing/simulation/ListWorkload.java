package org.spmjava.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;

/** Independent tasks: any may start at any time. */
final class ListWorkload implements Workload {

    private final Compatibility.Row row;
    private final List<TaskSpec> tasks = new ArrayList<>();

    ListWorkload(Compatibility.Row row, Setting setting) {
        this.row = row;
        int count = Payloads.count(setting.chance());
        boolean relaunches = setting.chance().oneIn(8);
        for (int task = 0; task < count; task++) {
            tasks.add(Payloads.task(task, setting, relaunches, TaskSpec.NO_PREDECESSORS));
        }
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
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        return ledger.pending() > 0;
    }
}
