package demo;

import java.util.function.*;
import org.spmjava.aeron.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    @Online
    @Spoke
    static long taskEval(long n) {
        Supplier<VirtualCloud> cloud = () -> AeronVirtualCloud.createAsync(CloudOptions.defaults());
        return cloud.get().hashCode();
    }
}
