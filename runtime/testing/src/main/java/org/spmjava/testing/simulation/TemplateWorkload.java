package org.spmjava.testing.simulation;

import java.util.List;
import org.spmjava.api.Pattern;
import org.spmjava.core.hub.TaskSpec;

/** One payload, evaluated once by every acquired Spoke: the task's number is the Spoke's. */
final class TemplateWorkload implements Workload {

    private final TaskSpec task;

    TemplateWorkload(Setting setting) {
        this.task = Payloads.task(0, setting, setting.chance().oneIn(4), TaskSpec.NO_PREDECESSORS);
    }

    @Override
    public Pattern pattern() {
        return Pattern.TEMPLATE;
    }

    @Override
    public List<TaskSpec> tasks() {
        return List.of(task);
    }

    @Override
    public int tasksAtFirst() {
        return 0;
    }

    @Override
    public int tasksOfASpoke() {
        return 1;
    }

    @Override
    public boolean takesLateSpokes() {
        return false;
    }

    @Override
    public int taskOf(int spoke, byte[] payload) {
        return spoke;
    }

    @Override
    public TaskSpec spec(int number) {
        return task;
    }

    @Override
    public boolean mayStart(int number, Ledger ledger) {
        return true;
    }

    @Override
    public boolean isDoomed(int number, Ledger ledger) {
        return false;
    }

    @Override
    public boolean hasTaskFor(int spoke, Ledger ledger) {
        return ledger.isPending(spoke);
    }
}
