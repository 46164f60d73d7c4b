package demo;

import java.util.stream.*;
import org.spmjava.api.annotation.*;

@TaskManager(typedef = "Tasks.spmtype")
class Primes {
    static final class Mail {
        static void send(long to) {}
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        LongStream.range(0, task.n()).forEach(Mail::send);
        return task.n();
    }
}
