package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    interface Job {
        long run();
    }

    record HubJob(VirtualCloud cloud) implements Job {
        @Override
        public long run() {
            return cloud.inter().size();
        }
    }

    record SpokeJob(long n) implements Job {
        @Override
        public long run() {
            return Primes.count(n);
        }
    }

    @Offline
    @Hub
    static long main(VirtualCloud cloud) {
        return timed(new HubJob(cloud));
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return timed(new SpokeJob(n));
    }

    static long timed(Job job) {
        return job.run();
    }

    @Spoke
    static long count(long n) {
        return n;
    }
}
