package demo;

import java.util.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private final PrimesManager manager;
    private final List<Integer> failed = new ArrayList<>();

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    @Offline
    @Hub
    void main(Pool pool) throws Exception {
        push(0);
        do {
            failed.forEach(this::push);
            failed.clear();
            manager.manage(
                    pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(1), Timeout.afterSeconds(1));
        } while (!failed.isEmpty());
    }

    private void push(int index) {
        manager.task()
                .label("task " + index)
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(1))
                .n(index)
                .push();
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {
        if (status.exception().isPresent()) {
            failed.add(status.index());
        }
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
