package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private static final Timeout EXECUTION = Timeout.afterMillis(1_500);

    private PrimesManager manager;

    @Offline
    @Hub
    void main(VirtualCloud cloud) throws Exception {
        manager = PrimesManager.define(cloud, status -> {});
        push(1);
        manager.manage(
                cloud.inter(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(10), EXECUTION);
        push(2);
        manager.manage(
                cloud.inter(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(10),
                Timeout.afterSeconds(30));
    }

    private void push(int index) {
        manager.task()
                .label("task " + index)
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(60))
                .n(index)
                .push();
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
