package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(long n) {
        return count(n);
    }

    private static native long count(long n);
}
