package demo;

import java.util.*;
import java.util.stream.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final long[] SQUARES = new long[100];
    private static Map<Long, Long> cache;

    static {
        IntStream.range(0, SQUARES.length).forEach(i -> SQUARES[i] = (long) i * i);
    }

    @Offline
    @Hub
    static long main() {
        return find(5) + SQUARES[5];
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return find(n) + SQUARES[(int) n];
    }

    private static long find(long n) {
        return cache().computeIfAbsent(n, key -> key + 1);
    }

    private static synchronized Map<Long, Long> cache() {
        if (cache == null) {
            cache = new HashMap<>();
        }
        return cache;
    }
}
