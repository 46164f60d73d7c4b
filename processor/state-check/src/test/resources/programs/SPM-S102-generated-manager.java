package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private static PrimesManager manager;

    @Online
    @Spoke
    static long taskEval(PrimesTask task) throws Exception {
        manager.task().label("more").module(PrimesTask.Module.PRIMES).timeout(Timeout.afterSeconds(1)).n(1).push();
        return 1;
    }
}
