package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        PrimesManager.define(cloud, this::taskStat);
    }

    @Offline
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {}

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
