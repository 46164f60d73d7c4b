package org.spmjava.benchmarks.primitives;

import java.util.List;
import java.util.concurrent.Callable;
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

    private static final int FEW = 20;
    private static final double US_PER_S = 1e6;
    private static final double NS_PER_S = 1e9;
    /** Of each measure, before the next one has its turn while all warm up. */
    private static final double TURN_S = 0.05;

    @Option(names = "--spokes", split = ",", defaultValue = "2,4,8", description = "Sessions of so many Spokes.")
    private List<Integer> spokes;

    @Option(names = "--measure", split = ",", description = "Of ${COMPLETION-CANDIDATES}; by default all.")
    private List<Measure> measures = List.of(Measure.values());

    @Option(names = "--bytes", split = ",", description = "How long values are; by default 8 and 65536.")
    private List<Integer> lengths = List.of();

    @Option(names = "--samples", defaultValue = "3", description = "Of each figure (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--seconds", defaultValue = "0.3", description = "About how long a sample takes.")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "8", description = "Seconds of what is measured, in each session.")
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
                warmUp(primitives, count);
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
        for (int bytes : lengths(measure, count)) {
            int times = times(primitives, measure, bytes, seconds);
            for (int sample = 0; sample < samples; sample++) {
                Told.figure(measure.figure(bytes, count), primitives.microseconds(measure, bytes, times));
            }
        }
    }

    private List<Integer> lengths(Measure measure, int count) {
        if (measure == Measure.ROUND_TRIP && count != 2) {
            return List.of();
        }
        return lengths.isEmpty() ? measure.lengths() : lengths;
    }

    /**
     * All that is measured, in turns: at first, every process still compiles, and what compiles takes the processors
     * from what waits.
     */
    private void warmUp(Primitives primitives, int count) throws Exception {
        long sinceNs = System.nanoTime();
        while (System.nanoTime() - sinceNs < warmUpS * NS_PER_S) {
            for (Measure measure : measures) {
                for (int bytes : lengths(measure, count)) {
                    times(primitives, measure, bytes, TURN_S);
                }
            }
        }
    }

    /** Does it for so long, and returns how often it can be done in that time. */
    private int times(Primitives primitives, Measure measure, int bytes, double forS) throws Exception {
        int times = FEW;
        long sinceNs = System.nanoTime();
        while (true) {
            double us = primitives.microseconds(measure, bytes, times);
            if (System.nanoTime() - sinceNs > forS * NS_PER_S) {
                return (int) Math.max(FEW, forS * US_PER_S / us);
            }
            times = (int) Math.min(4L * times, Math.max(FEW, forS * US_PER_S / us));
        }
    }
}
