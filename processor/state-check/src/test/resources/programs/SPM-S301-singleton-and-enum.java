package demo;

import org.spmjava.api.annotation.*;

class Primes {
    @Offline
    @Hub
    static void main(String[] arguments) {
        Config.INSTANCE.limit = 7;
        Settings.ONLY.change(8);
        Lazy.get().depth = 9;
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return Config.INSTANCE.limit + Settings.ONLY.size() + Lazy.get().depth;
    }
}

final class Config {
    static final Config INSTANCE = new Config();
    long limit = 3;
}

enum Settings {
    ONLY;

    private long size;

    void change(long value) {
        size = value;
    }

    long size() {
        return size;
    }
}

final class Lazy {
    private static Lazy instance;
    int depth;

    static Lazy get() {
        if (instance == null) {
            instance = new Lazy();
        }
        return instance;
    }
}
