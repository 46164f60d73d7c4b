package demo;

import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Primes {
    static VirtualCloud cloud() {
        throw new IllegalStateException();
    }

    @Online
    @Spoke
    static long taskEval(List<String> words) throws Exception {
        words.forEach(word -> cloud().inter());
        words.sort(Comparator.comparing(word -> cloud().intraAll().size()));
        words.sort(new BySize());
        CompletableFuture.runAsync(() -> cloud().close()).get();
        new Thread(() -> cloud().interOnePerServer()).start();
        new Worker().start();
        ForkJoinPool.commonPool().submit(new Job()).get();
        return Stream.of(1).map(n -> cloud().intraOnePerServer()).count();
    }

    static class BySize implements Comparator<String> {
        @Override
        public int compare(String one, String other) {
            return cloud().inter().size();
        }
    }

    static class Worker extends Thread {
        @Override
        public void run() {
            cloud().inter();
        }
    }

    record Job() implements Callable<Pool> {
        @Override
        public Pool call() {
            return cloud().inter();
        }
    }
}
