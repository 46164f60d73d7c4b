package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static long total;
    private static final Map<String, Long> TABLE = new TreeMap<>();

    @Offline
    @Hub
    long main() {
        total = 0;
        TABLE.clear();
        return total + TABLE.size();
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        total += n;
        TABLE.put("n", n);
        return n;
    }
}
