package demo;

import java.util.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    private static VirtualCloud cloud;
    private static PrimesManager manager;
    private static final List<Runnable> LATER = new ArrayList<>();

    @Offline
    @Hub
    static void main(VirtualCloud created) {
        cloud = created;
        manager = PrimesManager.define(cloud, Primes::taskStat);
        LATER.add(() -> cloud.close());
        LATER.forEach(Runnable::run);
    }

    @Online
    @Hub
    private static void taskStat(TaskStatus<PrimesTask, Long> status) {
        LATER.add(() -> System.err.println(status.label() + manager));
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return task.n();
    }
}
