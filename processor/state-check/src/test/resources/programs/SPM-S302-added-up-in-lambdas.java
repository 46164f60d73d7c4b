package demo;

import java.util.concurrent.atomic.*;
import java.util.stream.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final LongAdder SUM = new LongAdder();
    private static final AtomicLong MOST = new AtomicLong();
    private static long last;

    @Offline
    @Hub
    static long main() {
        return SUM.sum() + MOST.get() + last;
    }

    @Online
    @Spoke
    static void taskEval(long n) {
        LongStream.range(0, n).forEach(SUM::add);
        LongStream.range(0, n).forEach(i -> MOST.accumulateAndGet(i, Math::max));
        Runnable note = () -> last = n;
        note.run();
    }
}
