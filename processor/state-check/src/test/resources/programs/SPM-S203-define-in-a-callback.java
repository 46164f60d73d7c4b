package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        PrimesManager.define(cloud, status -> {
            Runnable again = () -> PrimesManager.define(cloud, other -> {});
            again.run();
        });
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
