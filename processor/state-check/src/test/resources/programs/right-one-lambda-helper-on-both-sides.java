package demo;

import java.util.function.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    @Offline
    @Hub
    static int main(VirtualCloud cloud) {
        return timed(() -> cloud.inter().size());
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return timed(() -> n + 1);
    }

    static <T> T timed(Supplier<T> job) {
        return job.get();
    }
}
