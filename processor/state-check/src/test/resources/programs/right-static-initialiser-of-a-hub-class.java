package demo;

import org.spmjava.aeron.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Hub
    void taskStat(long n) {
        Session.show();
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return n;
    }
}

class Session {
    private static final VirtualCloud CLOUD = AeronVirtualCloud.createAsync(CloudOptions.defaults());

    static void show() {
        System.err.println(CLOUD.inter().size());
    }
}
