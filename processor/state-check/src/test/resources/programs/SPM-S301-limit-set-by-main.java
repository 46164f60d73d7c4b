package demo;

import java.util.stream.*;
import org.spmjava.aeron.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static long limit = 10;

    public static void main(String[] arguments) {
        limit = Long.parseLong(arguments[0]);
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(CloudOptions.defaults())) {
            System.err.println(cloud.inter());
        }
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return LongStream.range(0, n).filter(i -> i < limit).count();
    }
}
