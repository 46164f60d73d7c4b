package org.spmjava.examples.firstsession;

import java.util.List;
import java.util.stream.LongStream;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** The paper's second program: counts the odd primes in [3, 502347), a bucket a task, by trial division. */
// tag::primes[]
@TaskManager(typedef = "Primes.spmtype")
public final class Primes {

    private static final long FIRST = 2;
    private static final long LIMIT = 502_347;
    private static final int BUCKETS = 10;

    private final PrimesManager manager;
    private final long[] counts = new long[BUCKETS];

    /** Declares and defines the closure. */
    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    /** Stage 0: populates the manager with ten buckets and invokes it. */
    @Offline
    @Hub
    Conclusion main(Pool pool, Timeout waitForSpokes) throws Exception {
        long step = LIMIT / BUCKETS;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            long nMin = FIRST + bucket * step;
            manager.task()
                    .label("bucket " + bucket)
                    .module(PrimesTask.Module.PRIMES)
                    .timeout(Timeout.afterSeconds(60))
                    .nMin(nMin)
                    .nMax(bucket == BUCKETS - 1 ? LIMIT : nMin + step)
                    .push();
        }
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, waitForSpokes, Timeout.afterSeconds(300));
    }

    /** Stage 1: adds up; reading the value of a task that failed throws the task's exception. */
    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {
        counts[status.index()] = status.returnValue();
    }

    /** Stage 2: the serial code, run by a Spoke. */
    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        return LongStream.range(task.nMin(), task.nMax())
                .filter(n -> n % 2 == 1 && isOddPrime(n))
                .count();
    }

    private static boolean isOddPrime(long n) {
        for (long divisor = 3; divisor * divisor <= n; divisor += 2) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return n >= 3;
    }

    /** The number of odd primes in each bucket. */
    List<Long> counts() {
        return LongStream.of(counts).boxed().toList();
    }
}
// end::primes[]
