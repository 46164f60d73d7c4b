package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private final PrimesManager manager;
    private PrimesTask.PushStage again;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {
        repeat(status.index());
        again.push();
    }

    private void repeat(int index) {
        manager.task()
                .label("again " + index)
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(1))
                .n(index)
                .push();
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
