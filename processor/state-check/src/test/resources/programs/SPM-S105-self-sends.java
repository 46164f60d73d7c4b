package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.communication.*;

@TaskManager(typedef = "Tasks.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
class Primes {
    static final Channel<Long> FOUND = Channel.of("found", Codecs.LONG);

    @Self
    static long total(Communicator all, long n) {
        return all.allReduce(FOUND, n, Long::sum);
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task, Communicator all) {
        return total(all, task.n());
    }
}
