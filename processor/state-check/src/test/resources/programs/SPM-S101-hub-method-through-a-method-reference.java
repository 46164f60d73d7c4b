package demo;

import java.util.stream.*;
import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(long n) {
        return Stream.of("a", "b").map(Store::open).count();
    }
}

class Store {
    @Hub
    static String open(String name) {
        return name;
    }
}
