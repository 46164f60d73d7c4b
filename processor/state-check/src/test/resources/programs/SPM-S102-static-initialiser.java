package demo;

import org.spmjava.aeron.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final VirtualCloud CLOUD = AeronVirtualCloud.createAsync(CloudOptions.defaults());

    @Online
    @Spoke
    static long taskEval(long n) {
        return n;
    }
}
