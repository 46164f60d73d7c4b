package demo;

import java.time.Duration;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private static final Timeout LONG = Timeout.after(Duration.ofHours(1));

    private PrimesManager manager;

    @Offline
    @Hub
    void main(VirtualCloud cloud) throws Exception {
        manager = PrimesManager.define(cloud, status -> {});
        push(Timeout.afterSeconds(30));
        manager.task()
                .label("as long as all together")
                .module(PrimesTask.Module.PRIMES)
                .timeout(LONG)
                .n(1)
                .push();
        // The wait is over before the execution begins: it may well be the longer one.
        manage(cloud.inter(), Timeout.after(Duration.ofHours(2)));
        manager.manage(
                cloud.inter(),
                SpokeCount.DEFAULT,
                SpokeCount.of(2),
                Timeout.afterMillis(1),
                Timeout.afterSeconds(5));
    }

    private void manage(Pool pool, Timeout wait) throws Exception {
        manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, wait, LONG);
    }

    private void push(Timeout timeout) {
        manager.task()
                .label("task")
                .module(PrimesTask.Module.PRIMES)
                .timeout(timeout)
                .n(1)
                .push();
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
