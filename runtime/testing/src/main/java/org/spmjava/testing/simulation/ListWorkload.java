package org.spmjava.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.Pattern;
import org.spmjava.core.hub.TaskSpec;

/** Independent tasks: any may start at any time. */
final class ListWorkload implements Workload {

    private final List<TaskSpec> tasks = new ArrayList<>();

    ListWorkload(Setting setting) {
        int count = Payloads.count(setting.chance());
        boolean relaunches = setting.chance().oneIn(8);
        for (int task = 0; task < count; task++) {
            tasks.add(Payloads.task(task, setting, relaunches, TaskSpec.NO_PREDECESSORS));
        }
    }

    @Override
    public Pattern pattern() {
        return Pattern.LIST;
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
    public int tasksOfASpoke() {
        return 0;
    }

    @Override
    public boolean takesLateSpokes() {
        return true;
    }

    @Override
    public int taskOf(int spoke, byte[] payload) {
        return Payloads.number(payload);
    }

    @Override
    public TaskSpec spec(int task) {
        return tasks.get(task);
    }

    @Override
    public boolean mayStart(int task, Ledger ledger) {
        return true;
    }

    @Override
    public boolean isDoomed(int task, Ledger ledger) {
        return false;
    }

    @Override
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        return ledger.pending() > 0;
    }
}
