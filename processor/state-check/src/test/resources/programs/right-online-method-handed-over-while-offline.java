package demo;

import org.spmjava.api.annotation.*;

class Primes {
    interface Progress {
        void show(long n);
    }

    private Progress progress;

    @Offline
    @Hub
    void main() {
        progress = this::show;
        Runnable later = () -> show(1);
        progress.hashCode();
    }

    @Online
    @Hub
    void show(long n) {}

    @Online
    @Hub
    void taskStat(long n) {
        progress.show(n);
    }
}
