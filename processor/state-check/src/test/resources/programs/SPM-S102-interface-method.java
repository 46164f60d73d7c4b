package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.core.SerialVirtualCloud;

class Primes {
    interface Source {
        long next();
    }

    static final class CloudSource implements Source {
        @Override
        public long next() {
            return SerialVirtualCloud.create(CloudOptions.defaults()).inter().size();
        }
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        Source source = new CloudSource();
        return source.next();
    }
}
