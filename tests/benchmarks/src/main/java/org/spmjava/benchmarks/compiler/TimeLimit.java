package org.spmjava.benchmarks.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Measures in turn, until it has been measured often enough or time is up. */
final class TimeLimit {

    private final long endNs;

    /** From now on. */
    TimeLimit(long minutes) {
        endNs = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    }

    /** One way to build. */
    @FunctionalInterface
    interface Way<B, T> {
        T build(B build) throws Exception;
    }

    boolean isOver() {
        return System.nanoTime() - endNs > 0;
    }

    /**
     * Everybody once, then everybody once more: a disturbance befalls all. When time is up, nothing more begins; then
     * there are fewer measurements, perhaps none. Whoever takes too long is not measured again.
     */
    <C, B, T> Map<C, List<T>> inTurn(Map<C, B> builds, int repeat, Way<B, T> way) throws Exception {
        Map<C, List<T>> measured = new LinkedHashMap<>();
        builds.keySet().forEach(contestant -> measured.put(contestant, new ArrayList<>()));
        Set<C> tooSlow = new HashSet<>();
        for (int i = 0; i < repeat; i++) {
            for (Map.Entry<C, B> build : builds.entrySet()) {
                if (isOver()) {
                    System.out.println("Time is up: the figures below are of fewer repetitions.");
                    return measured;
                }
                if (tooSlow.contains(build.getKey())) {
                    continue;
                }
                try {
                    measured.get(build.getKey()).add(way.build(build.getValue()));
                } catch (TimeoutException e) {
                    System.out.println("Too slow to be measured: " + e.getMessage() + ".");
                    tooSlow.add(build.getKey());
                }
            }
        }
        return measured;
    }
}
