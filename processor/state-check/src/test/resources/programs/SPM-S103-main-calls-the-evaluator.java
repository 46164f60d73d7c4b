package demo;

import java.util.stream.*;
import org.spmjava.aeron.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    public static void main(String[] arguments) {
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(CloudOptions.defaults())) {
            LongStream.range(0, 10).map(n -> taskEval(n)).sum();
        }
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return n;
    }
}
