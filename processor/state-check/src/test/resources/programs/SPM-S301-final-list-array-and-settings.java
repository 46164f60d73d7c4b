package demo;

import java.util.*;
import org.spmjava.api.annotation.*;

class Primes {
    private static final List<String> WORDS = new ArrayList<>();
    private static final long[] LIMITS = new long[3];
    private static final Settings SETTINGS = new Settings();

    static final class Settings {
        private long limit;

        void setLimit(long limit) {
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    @Offline
    @Hub
    void main(boolean big) {
        WORDS.add(big ? "big" : "small");
        LIMITS[1] += 5;
        SETTINGS.setLimit(7);
    }

    @Online
    @Spoke
    static long taskEval(int n) {
        return WORDS.size() + LIMITS[n] + SETTINGS.limit();
    }
}
