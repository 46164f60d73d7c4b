package demo;

import java.util.function.LongFunction;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private PrimesManager manager;

    @Offline
    @Hub
    void main(VirtualCloud cloud, long[] numbers) throws Exception {
        manager = PrimesManager.define(cloud, status -> {});
        LongFunction<PrimesTask.PushStage> prepared = number -> manager.task()
                .label("task " + number)
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(60))
                .n(number);
        for (long number : numbers) {
            PrimesTask.PushStage last = prepared.apply(number);
            if (number > 3) {
                last.push();
            }
            last.push();
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
