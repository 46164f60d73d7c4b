package org.spmjava.benchmarks.speed.codec;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.spmjava.benchmarks.CodecBenchmark;
import org.spmjava.benchmarks.speed.Told;

/** Has JMH run two methods of {@link CodecBenchmark}, each in a fork, and tells the suite what came out. */
final class CodecRun {

    private static final int WARMING_ITERATIONS = 5;
    private static final int ITERATIONS = 5;
    private static final double ITERATION_MS = 400;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private CodecRun() {}

    /**
     * Measures.
     *
     * @param args the method that encodes, the one that decodes, and how much of the work is done
     */
    public static void main(String[] args) throws RunnerException {
        double scale = Double.parseDouble(args[2]);
        tell(run(args[0], scale), CodecLine.ENCODE, CodecLine.ENCODE_ALLOCATES);
        tell(run(args[1], scale), CodecLine.DECODE, CodecLine.DECODE_ALLOCATES);
        Told.end();
    }

    private static RunResult run(String method, double scale) throws RunnerException {
        TimeValue iteration = TimeValue.milliseconds(Math.max(1, Math.round(ITERATION_MS * scale)));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("^" + CodecBenchmark.class.getName() + "\\." + method + "$")
                        .forks(1)
                        .warmupIterations(WARMING_ITERATIONS)
                        .warmupTime(iteration)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(iteration)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return results.iterator().next();
    }

    private static void tell(RunResult result, String time, String allocated) {
        Told.figure(time, result.getPrimaryResult().getScore());
        Told.figure(allocated, result.getSecondaryResults().get(ALLOCATED).getScore());
    }
}
