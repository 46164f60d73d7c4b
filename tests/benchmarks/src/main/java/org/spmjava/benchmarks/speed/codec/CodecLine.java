package org.spmjava.benchmarks.speed.codec;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.spmjava.benchmarks.CodecBenchmark;
import org.spmjava.benchmarks.speed.ClassPath;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Target;
import org.spmjava.benchmarks.speed.Trial;

/** Payloads to bytes and back, measured by JMH: see {@link CodecBenchmark}. */
public final class CodecLine implements Line {

    static final String ENCODE = "encode";
    static final String DECODE = "decode";
    static final String ENCODE_ALLOCATES = "encode allocates";
    static final String DECODE_ALLOCATES = "decode allocates";

    private static final String SBE = "SBE";
    /** What JMH calls nothing is a ten-thousandth of a byte. */
    private static final double NOTHING = 0.01;

    private static final double MOST_ENCODING = 1.5;
    private static final double MOST_DECODING = 2;
    private static final int REPETITIONS = 3;
    private static final double ROUND_SECONDS = 22;

    @Override
    public String name() {
        return "codec";
    }

    @Override
    public String says() {
        return "A payload into a buffer, and out of bytes again: the system's fields, six of the user's and a dictionary"
                + " of three entries.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.less(ENCODE, "ns", Target.atMostTimes(MOST_ENCODING, SBE)),
                Figure.less(DECODE, "ns", Target.atMostTimes(MOST_DECODING, SBE)),
                Figure.less(ENCODE_ALLOCATES, "bytes", Target.atMost(NOTHING)),
                Figure.less(DECODE_ALLOCATES, "bytes", Target.none()));
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(
                new ByJmh(
                        Contestant.OURS,
                        "The generated codec, to a payload as its evaluator gets it",
                        "encode",
                        "decode"),
                new ByJmh(
                        SBE,
                        "SBE's generated codec of the same fields, of ASCII text alone, to a plain record",
                        "sbeEncode",
                        "sbeDecode"));
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public double roundSeconds() {
        return ROUND_SECONDS;
    }

    /** Two methods of the benchmark. */
    private record ByJmh(String name, String says, String encode, String decode) implements Contestant {

        @Override
        public Measured measure(Trial trial) throws Exception {
            // This JVM's flags: among them those that Chronicle Wire wants.
            List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
            List<String> command = trial.java(ClassPath.ofThis(), flags, CodecRun.class, encode, decode, trial.scale());
            return Program.of(trial, command).run();
        }
    }
}
