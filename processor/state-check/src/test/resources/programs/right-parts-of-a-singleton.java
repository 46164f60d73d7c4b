package demo;

import org.spmjava.api.annotation.*;

class Primes {
    static final class Config {
        static final Config INSTANCE = new Config();
        final long limit = Long.MAX_VALUE >> 3;
        private boolean verbose;
        private long lines;

        void setVerbose(boolean value) {
            verbose = value;
        }

        void show(String text) {
            if (verbose) {
                System.err.println(text + lines++);
            }
        }

        long limit() {
            return limit;
        }
    }

    @Offline
    @Hub
    static void main(String[] arguments) {
        Config.INSTANCE.setVerbose(true);
        Config.INSTANCE.show("begins");
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return n < Config.INSTANCE.limit() ? Config.INSTANCE.limit : n;
    }
}
