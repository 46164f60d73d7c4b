package org.spmjava.benchmarks.primitives;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.benchmarks.speed.Told;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the primitives on real Spokes, and says what it found. */
@Command(name = "primitives", mixinStandardHelpOptions = true, description = "Measures primitives of general grain.")
public final class PrimitivesProgram implements Callable<Integer> {

    /** How long the values are that are measured, in bytes. */
    static final List<Integer> LENGTHS = List.of(8, 64 * 1024);

    private static final int FEW = 20;
    private static final double US_PER_S = 1e6;

    @Option(names = "--spokes", split = ",", defaultValue = "2,4,8", description = "Sessions of so many Spokes.")
    private List<Integer> spokes;

    @Option(names = "--measure", split = ",", description = "Of ${COMPLETION-CANDIDATES}; by default all.")
    private List<Measure> measures = List.of(Measure.values());

    @Option(names = "--bytes", split = ",", description = "How long values are; by default 8 and 65536.")
    private List<Integer> lengths = LENGTHS;

    @Option(names = "--samples", defaultValue = "3", description = "Of each figure (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--seconds", defaultValue = "0.3", description = "About how long a sample takes.")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "2", description = "Seconds, in each session.")
    private double warmUpS;

    @Option(names = "--spoke-flag", description = "A flag for the JVMs of the Spokes; can be given more than once.")
    private List<String> spokeFlags = List.of();

    private PrimitivesProgram() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if every value was right
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PrimitivesProgram()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        for (int last = 0; last < spokes.size(); last++) {
            int count = spokes.get(last);
            CloudOptions options = CloudOptions.defaults().withSpokes(count).withSpokeJvmFlags(spokeFlags);
            try (VirtualCloud cloud = AeronVirtualCloud.createAsync(options)) {
                Primitives primitives = new Primitives(cloud, count);
                warmUp(primitives);
                for (Measure measure : measures) {
                    measure(primitives, measure, count);
                }
                if (last == spokes.size() - 1) {
                    Told.end();
                }
            }
        }
        return 0;
    }

    private void measure(Primitives primitives, Measure measure, int count) throws Exception {
        if (measure == Measure.ROUND_TRIP && count != 2) {
            return;
        }
        for (int bytes : measure.hasValues() ? lengths : LENGTHS.subList(0, 1)) {
            int times = times(primitives, measure, bytes);
            for (int sample = 0; sample < samples; sample++) {
                Told.figure(measure.figure(bytes, count), primitives.microseconds(measure, bytes, times));
            }
        }
    }

    /** At first, every process still compiles, and what compiles takes the processors from what waits. */
    private void warmUp(Primitives primitives) throws Exception {
        long sinceNs = System.nanoTime();
        while (System.nanoTime() - sinceNs < warmUpS * 1e9) {
            for (Measure measure : Measure.values()) {
                primitives.microseconds(measure, LENGTHS.get(0), FEW);
            }
        }
    }

    /** Warms up for as long as a sample takes, and returns how often that was. */
    private int times(Primitives primitives, Measure measure, int bytes) throws Exception {
        int times = FEW;
        long sinceNs = System.nanoTime();
        while (true) {
            double us = primitives.microseconds(measure, bytes, times);
            if (System.nanoTime() - sinceNs > TimeUnit.MILLISECONDS.toNanos((long) (seconds * 1e3))) {
                return (int) Math.max(FEW, seconds * US_PER_S / us);
            }
            times = (int) Math.min(4L * times, Math.max(FEW, seconds * US_PER_S / us));
        }
    }
}
