package demo;

import java.time.Duration;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final long SECONDS = 0;

    @Offline
    @Hub
    static Timeout[] main(int n) {
        int delta = 5;
        return new Timeout[] {
            Timeout.afterSeconds(SECONDS),
            Timeout.afterMillis(delta - 6),
            Timeout.after(Duration.ZERO),
            Timeout.after(Duration.ofMinutes(-1)),
            new Timeout(0)
        };
    }
}
