package demo;

import org.spmjava.api.annotation.*;

class Primes {
    interface Report {
        @Hub
        void show(long n);
    }

    static final class Quiet implements Report {
        @Self
        @Override
        public void show(long n) {}
    }

    @Offline
    @Hub
    static void main(Report report) {
        report.show(1);
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        new Quiet().show(n);
        return n;
    }
}
