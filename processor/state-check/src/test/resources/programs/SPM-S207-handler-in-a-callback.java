package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.communication.*;

@TaskManager(typedef = "Tasks.spmtype", grain = Grain.LIMITED)
class Primes {
    static final RequestReply<Long, Long> NEXT = RequestReply.of("next", Codecs.LONG, Codecs.LONG);

    private final PrimesManager manager;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {
        manager.onAsk(NEXT, (from, n) -> n + 1);
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task, HubLink hub) {
        return hub.ask(NEXT, task.n());
    }
}
