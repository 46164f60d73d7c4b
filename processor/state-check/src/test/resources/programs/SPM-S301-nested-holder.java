package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    static class Config {
        final Map<String, Long> limits = new HashMap<>();
        long[] sizes = new long[4];
        Config next;
    }

    static class Holder {
        static final Config CONFIG = new Config();

        static class Inner {
            static Config config = new Config();
        }
    }

    @Offline
    @Hub
    static void main(String[] arguments) {
        Holder.CONFIG.limits.put("limit", 7L);
        Holder.Inner.config.next = new Config();
        Holder.Inner.config.next.sizes[0] = 7;
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return Holder.CONFIG.limits.get("limit") + Holder.Inner.config.next.sizes[0];
    }
}
