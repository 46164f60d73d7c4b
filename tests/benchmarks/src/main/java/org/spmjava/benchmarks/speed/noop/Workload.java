package org.spmjava.benchmarks.speed.noop;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.spmjava.benchmarks.speed.Pause;
import org.spmjava.benchmarks.speed.Told;

/**
 * What is done with a {@link Submitter} and measured; the same for all of them, by the clock where they differ in
 * speed.
 */
public enum Workload {

    /** Lists of 1,000,000 tasks, each list as a whole. */
    NOOPS {
        @Override
        void measure(Submitter submitter, double scale) throws Exception {
            int tasks = scaled(TASKS, scale);
            warm(scale, () -> submitter.many(scaled(WARMING_TASKS, scale)));
            atMost(LISTS, LISTS_SECONDS, () -> {
                long sinceNs = System.nanoTime();
                submitter.many(tasks);
                Told.figure(RATE, tasks * 1e9 / (System.nanoTime() - sinceNs));
            });
        }
    },

    /** One task after the other: the next when the result is there. */
    ROUND_TRIP {
        @Override
        void measure(Submitter submitter, double scale) throws Exception {
            warmAll(submitter, scale);
            tell(roundTrips(submitter, scaled(ROUND_TRIPS, scale), 0));
        }
    },

    /** One task after 10 ms in which there was none. */
    AFTER_IDLE {
        @Override
        void measure(Submitter submitter, double scale) throws Exception {
            warmAll(submitter, scale);
            roundTrips(submitter, scaled(WARMING_PAUSES, scale), PAUSE_MS);
            tell(roundTrips(submitter, scaled(PAUSES, scale), PAUSE_MS));
        }
    },

    /** Nothing, by workers that were busy a moment ago. */
    IDLE {
        @Override
        void measure(Submitter submitter, double scale) throws Exception {
            warm(scale, submitter::one);
            // The compilers of the JVMs come to rest meanwhile.
            Pause.ofNanos((long) (SETTLE_SECONDS * scale * 1e9));
            Told.cpu(IDLE_CPU, Math.max(IDLE_SECONDS * scale, SHORTEST_SECONDS));
        }
    },

    /** The first task of all. */
    COLD_START {
        @Override
        void measure(Submitter submitter, double scale) throws Exception {
            submitter.one();
            Told.reached(FIRST_RESULT);
        }
    };

    /** Tasks a second. */
    public static final String RATE = "tasks";
    /** The median of a round trip, in µs. */
    public static final String P50 = "p50";
    /** What 99 of 100 round trips do not exceed, in µs. */
    public static final String P99 = "p99";
    /** What all processes use, in % of one core. */
    public static final String IDLE_CPU = "CPU";
    /** The time from the start of the first process, in ms. */
    public static final String FIRST_RESULT = "first result";

    static final int TASKS = 1_000_000;
    static final int WARMING_TASKS = 100_000;
    static final int ROUND_TRIPS = 20_000;
    static final int PAUSES = 200;
    static final int WARMING_PAUSES = 20;
    static final int PAUSE_MS = 10;
    static final int IDLE_SECONDS = 5;

    private static final int LISTS = 5;
    private static final double LISTS_SECONDS = 6;
    private static final double WARM_SECONDS = 3;
    private static final double ROUND_TRIPS_SECONDS = 4;
    private static final int SETTLE_SECONDS = 2;
    private static final double SHORTEST_SECONDS = 0.1;
    private static final double NS_PER_US = 1e3;

    /** Something that is done again and again. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    abstract void measure(Submitter submitter, double scale) throws Exception;

    /**
     * Does what the arguments say, tells the suite, and ends. If it fails, the process ends, whatever threads there
     * are.
     *
     * @param arguments the name of a workload and its scale as in {@code Trial}; further ones are not looked at
     * @param opening starts the workers
     */
    public static void run(String[] arguments, Submitter.Opening opening) {
        run(arguments, opening, (workload, submitter, scale) -> {});
    }

    /** What else somebody measures of itself. */
    @FunctionalInterface
    interface Further {
        /** Measures it. */
        void measure(Workload workload, Submitter submitter, double scale) throws Exception;
    }

    /** The same, and something else when the rest is done. */
    static void run(String[] arguments, Submitter.Opening opening, Further further) {
        Workload workload = valueOf(arguments[0]);
        double scale = Double.parseDouble(arguments[1]);
        try (Submitter submitter = opening.open()) {
            workload.measure(submitter, scale);
            further.measure(workload, submitter, scale);
            Told.end();
        } catch (Exception | Error e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    static int scaled(int full, double scale) {
        return (int) Math.max(1, Math.round(full * scale));
    }

    private static void warm(double scale, Work work) throws Exception {
        atMost(Integer.MAX_VALUE, WARM_SECONDS * scale, work);
    }

    /** One task at a time would take minutes to have everything compiled: many come first. */
    private static void warmAll(Submitter submitter, double scale) throws Exception {
        warm(scale, () -> submitter.many(scaled(WARMING_TASKS, scale)));
        warm(scale, submitter::one);
    }

    /** At least once; then until it was done that often, or for so long. */
    private static void atMost(int times, double seconds, Work work) throws Exception {
        long sinceNs = System.nanoTime();
        for (int i = 0; i == 0 || i < times && System.nanoTime() - sinceNs < seconds * 1e9; i++) {
            work.run();
        }
    }

    private static Histogram roundTrips(Submitter submitter, int count, int pauseMs) throws Exception {
        Histogram histogram = new Histogram(3);
        atMost(count, pauseMs > 0 ? Double.MAX_VALUE : ROUND_TRIPS_SECONDS, () -> {
            if (pauseMs > 0) {
                Pause.ofNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs));
            }
            long sinceNs = System.nanoTime();
            submitter.one();
            histogram.recordValue(System.nanoTime() - sinceNs);
        });
        return histogram;
    }

    private static void tell(Histogram histogram) {
        Told.figure(P50, histogram.getValueAtPercentile(50) / NS_PER_US);
        Told.figure(P99, histogram.getValueAtPercentile(99) / NS_PER_US);
    }
}
