package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.communication.*;

@TaskManager(typedef = "Tasks.spmtype", grain = Grain.LIMITED)
class Primes {
    static final Channel<Long> FOUND = Channel.of("found", Codecs.LONG);

    @Offline
    @Spoke
    static void warmUp(HubLink hub) {
        hub.tell(FOUND, 0L);
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task, HubLink hub) {
        hub.tell(FOUND, task.n());
        return 1;
    }
}
