package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private static Primes self;

    private final PrimesManager manager;
    private long limit = 10;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, status -> {});
        self = this;
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return Math.min(task.n(), self.limit);
    }
}
