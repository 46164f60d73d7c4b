package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private PrimesManager manager;

    @Offline
    @Hub
    void main(VirtualCloud cloud) throws Exception {
        manager = PrimesManager.define(cloud, status -> {});
        Thread pusher = new Thread(this::push);
        pusher.start();
        pusher.join();
        manager.manage(
                cloud.inter(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(1),
                Timeout.afterSeconds(1));
    }

    private void push() {
        manager.task()
                .label("task")
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
