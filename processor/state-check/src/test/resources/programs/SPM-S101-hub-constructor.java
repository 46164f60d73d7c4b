package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(long n) {
        return new Report("primes").hashCode();
    }
}

class Report {
    @Hub
    Report(String name) {}
}
