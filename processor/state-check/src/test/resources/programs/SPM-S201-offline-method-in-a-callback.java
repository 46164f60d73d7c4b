package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Hub
    void taskStat(long result) {
        prepare();
    }

    @Offline
    void prepare() {}
}
