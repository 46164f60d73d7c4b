package demo;

import org.spmjava.api.annotation.*;

class Primes {
    enum Kind {
        FAST,
        SLOW {
            @Override
            long load() {
                return Primes.fromHub();
            }
        };

        long load() {
            return 0;
        }
    }

    @Online
    @Spoke
    static long taskEval(Kind kind) {
        switch (kind) {
            case FAST:
                return 1;
            default:
                return kind.load();
        }
    }

    @Hub
    static long fromHub() {
        return 2;
    }
}
