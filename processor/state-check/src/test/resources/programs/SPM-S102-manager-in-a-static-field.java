package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private static PrimesManager manager;

    @Offline
    @Hub
    static void main(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, status -> System.out.println(status.returnValue()));
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        manager.task()
                .label("the rest")
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(1))
                .n(task.n() - 1)
                .push();
        return task.n();
    }
}
