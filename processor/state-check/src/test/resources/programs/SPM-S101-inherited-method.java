package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(long n) {
        return new Disk().size();
    }
}

abstract class Store {
    long size() {
        return open();
    }

    abstract long open();
}

class Disk extends Store {
    @Override
    @Hub
    long open() {
        return 1;
    }
}
