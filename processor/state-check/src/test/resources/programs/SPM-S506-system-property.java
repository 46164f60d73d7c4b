package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final String LIMIT = "primes.limit";

    @Offline
    @Hub
    static void main(String[] arguments) {
        System.setProperty(LIMIT, arguments[0]);
        System.setProperty("primes.verbose", "true");
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return Boolean.getBoolean("primes.verbose") ? n : Long.getLong(LIMIT, 10);
    }
}
