package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype", pattern = Pattern.AGGREGATE)
class Primes {
    private final PrimesManager manager;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {
        System.out.println(manager.aggregate());
    }

    @Online
    @Hub
    static long taskReduce(long left, long right) {
        return left + right;
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
