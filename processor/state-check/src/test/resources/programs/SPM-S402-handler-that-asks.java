package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.communication.*;

@TaskManager(typedef = "Tasks.spmtype", grain = Grain.LIMITED)
class Primes {
    static final RequestReply<Long, Long> NEXT = RequestReply.of("next", Codecs.LONG, Codecs.LONG);

    private final PrimesManager manager;
    private HubLink link;

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, status -> {});
        manager.onAsk(NEXT, this::next);
    }

    private long next(RunningTask<PrimesTask> from, long n) {
        return link.ask(NEXT, n) + 1;
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task, HubLink hub) {
        return hub.ask(NEXT, task.n());
    }
}
