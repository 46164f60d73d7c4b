package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    record Bucket(VirtualCloud cloud) {
        Bucket {
            new Thread() {
                @Override
                public void run() {
                    cloud.close();
                }
            }.start();
        }
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return new Bucket(null).hashCode();
    }
}
