package demo;

import org.spmjava.api.annotation.*;

class Primes {
    static final class CloudManager {
        void manage() {}

        void define() {}

        CloudManager task() {
            return this;
        }

        void push() {}
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        CloudManager manager = new CloudManager();
        manager.define();
        manager.task().push();
        manager.manage();
        return n;
    }
}
