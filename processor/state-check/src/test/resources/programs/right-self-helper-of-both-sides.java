package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    @Offline
    @Hub
    long main() {
        return square(2);
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return square(n) + new TreeSet<>(Comparator.comparing(Primes::name)).size();
    }

    @Self
    static long square(long n) {
        return n * n;
    }

    @Self
    static String name(Object of) {
        return "name of " + of;
    }
}
