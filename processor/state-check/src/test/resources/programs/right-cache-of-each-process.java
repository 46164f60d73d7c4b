package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final Map<Long, Long> CACHE = new HashMap<>();
    private static long calls;
    private static String name;

    @Offline
    @Hub
    static long main() {
        calls++;
        return count(5) + calls;
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        name = "spoke";
        return count(n) + name.length();
    }

    private static long count(long n) {
        calls++;
        return CACHE.computeIfAbsent(n, key -> key * 2);
    }
}
