package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    static final long LIMIT = 10;
    static final List<String> NAMES = List.of("a", "b");
    static final long[] TABLE = new long[10];
    static final Map<String, Long> INDEX = new HashMap<>();

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = i * LIMIT;
        }
        INDEX.put("a", LIMIT);
    }

    @Offline
    @Hub
    static long main() {
        return TABLE[1] + NAMES.size() + INDEX.get("a");
    }

    @Online
    @Spoke
    static long taskEval(int n) {
        return TABLE[n] + NAMES.size() + INDEX.get("a");
    }
}
