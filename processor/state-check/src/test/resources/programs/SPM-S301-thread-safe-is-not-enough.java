package demo;

import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final AtomicInteger LIMIT = new AtomicInteger();
    private static final ConcurrentMap<String, Long> TABLE = new ConcurrentHashMap<>();
    private static final ThreadLocal<Long> FACTOR = new ThreadLocal<>();
    private static volatile boolean verbose;

    @Offline
    @Hub
    static void main(String[] arguments) {
        LIMIT.set(arguments.length);
        TABLE.put("a", 1L);
        FACTOR.set(2L);
        verbose = true;
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return verbose ? LIMIT.get() : TABLE.get("a") * FACTOR.get();
    }
}
