package demo;

import org.spmjava.api.annotation.*;

class Primes {
    interface Report {
        @Hub
        void show(long n);
    }

    abstract static class Log {
        @Hub
        @Offline
        void write(String text) {}
    }

    static final class Console implements Report {
        @Override
        public void show(long n) {}
    }

    static final class FileLog extends Log {
        @Override
        void write(String text) {}
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        new Console().show(n);
        new FileLog().write("n");
        return n;
    }
}
