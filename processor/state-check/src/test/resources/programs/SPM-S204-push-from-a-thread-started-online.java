package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private PrimesManager manager;

    @Offline
    @Hub
    void main(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, status -> new Thread(this::again).start());
    }

    private void again() {
        manager.task()
                .label("again")
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(1))
                .n(1)
                .push();
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
