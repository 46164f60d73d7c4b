package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    @Offline
    @Hub
    void main(PrimesManager manager) {
        manager.task()
                .label("one")
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(1))
                .n(1)
                .modulePreload(Tables.class)
                .push();
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}

class Tables {
    static final int CORES = cores(null);

    private static int cores(VirtualCloud cloud) {
        return cloud.intraAll().size();
    }
}
