package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    @Offline
    @Hub
    static void main(VirtualCloud cloud) {
        PrimesManager.define(cloud, status -> {
            if (status.index() > 3) {
                cloud.close();
            }
        });
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
