package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private final PrimesManager manager;
    private final VirtualCloud cloud;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        this.cloud = cloud;
        manager = PrimesManager.define(cloud, status -> run());
    }

    Conclusion run() throws Exception {
        return manager.manage(
                cloud.inter(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(1), Timeout.afterSeconds(1));
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
