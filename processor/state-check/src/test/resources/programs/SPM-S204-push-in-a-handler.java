package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.communication.*;

@TaskManager(typedef = "Tasks.spmtype", grain = Grain.LIMITED)
class Primes {
    static final Channel<Long> FOUND = Channel.of("found", Codecs.LONG);

    private final PrimesManager manager;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, status -> {});
        manager.onTell(FOUND, (from, n) -> manager.task()
                .label("found")
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(1))
                .n(n)
                .push());
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task, HubLink hub) {
        hub.tell(FOUND, task.n());
        return 1;
    }
}
