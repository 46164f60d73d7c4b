package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(long n) {
        return Helper.load(n);
    }
}

class Helper {
    static long load(long n) {
        return n + Store.open();
    }
}

class Store {
    @Hub
    static long open() {
        return 1;
    }
}
