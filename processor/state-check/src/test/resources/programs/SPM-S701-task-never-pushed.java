package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private PrimesManager manager;

    @Offline
    @Hub
    void main(VirtualCloud cloud, long[] numbers) throws Exception {
        manager = PrimesManager.define(cloud, status -> {});
        for (long number : numbers) {
            manager.task()
                    .label("task " + number)
                    .module(PrimesTask.Module.PRIMES)
                    .timeout(Timeout.afterSeconds(60))
                    .n(number);
        }
        if (numbers.length == 0) {
            manager.task().label("half of it");
            manager.task();
        }
        manager.manage(
                cloud.inter(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(10),
                Timeout.afterSeconds(90));
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
