package org.spmjava.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.Work;

/** Independent tasks whose values stay where they ran, and then one task for each Spoke that combines them. */
final class DecentralizedWorkload implements Workload {

    private final Compatibility.Row row;
    private final List<TaskSpec> tasks = new ArrayList<>();
    private final TaskSpec combine;

    DecentralizedWorkload(Compatibility.Row row, Setting setting) {
        this.row = row;
        int count = Payloads.count(setting.chance());
        boolean relaunches = setting.chance().oneIn(20);
        long longestNs = 0;
        for (int task = 0; task < count; task++) {
            tasks.add(Payloads.task(task, setting, relaunches, TaskSpec.NO_PREDECESSORS));
            longestNs = Math.max(longestNs, tasks.get(task).timeoutNs());
        }
        combine = new TaskSpec("combine", longestNs, false, false, new byte[0]);
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
    public int tasksOfAUnit(int size) {
        return size;
    }

    @Override
    public boolean isUnit() {
        return true;
    }

    @Override
    public boolean isPushed(int task) {
        return task < tasks.size();
    }

    @Override
    public int taskOf(int spoke, Assign assign) {
        return assign.work() == Work.COMBINE ? tasks.size() + spoke : Payloads.number(assign.payload());
    }

    @Override
    public TaskSpec spec(int task) {
        return isPushed(task) ? tasks.get(task) : combine;
    }

    /** Nothing is combined before all is there. */
    @Override
    public boolean mayStart(int task, Ledger ledger) {
        return isPushed(task) || ledger.held() >= tasks.size();
    }

    @Override
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        int combining = tasks.size() + spoke;
        return ledger.tasks() == tasks.size()
                ? ledger.pending() > 0
                : spoke >= 0 && combining < ledger.tasks() && ledger.isPending(combining);
    }

    /** A task that demands or leaves a fresh Spoke takes with it what the Spoke kept. */
    @Override
    public boolean succeeded(Ledger ledger) {
        boolean relaunches = tasks.stream().anyMatch(task -> task.relaunchPre() || task.relaunchPost());
        return relaunches || !ledger.anyFailed();
    }
}
