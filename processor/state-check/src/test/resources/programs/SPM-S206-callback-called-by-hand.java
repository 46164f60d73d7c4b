package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Offline
    @Hub
    void main() {
        taskStat(1);
    }

    @Online
    @Hub
    void taskStat(long result) {}
}
