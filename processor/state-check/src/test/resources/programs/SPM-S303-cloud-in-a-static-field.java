package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static VirtualCloud cloud;

    @Offline
    @Hub
    static void main(VirtualCloud created) {
        cloud = created;
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return cloud == null ? 0 : n;
    }
}
