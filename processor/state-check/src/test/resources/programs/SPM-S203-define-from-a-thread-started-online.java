package demo;

import java.util.concurrent.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    @Offline
    @Hub
    static void main(VirtualCloud cloud, ExecutorService executor) {
        PrimesManager.define(
                cloud, status -> executor.submit(() -> PrimesManager.define(cloud, again -> {})));
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
