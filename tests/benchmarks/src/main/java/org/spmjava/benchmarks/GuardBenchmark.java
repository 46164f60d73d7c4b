package org.spmjava.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.closure.Guard;
import org.spmjava.api.closure.RequiredState;
import org.spmjava.core.SerialVirtualCloud;

/**
 * Calls a method that adds one to a number, with a guard that lets it pass and without: in a process that never had a
 * session, and on the Hub of an open one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuardBenchmark {

    /** Whether there is a session; it stays open until the JVM ends. */
    @Param({"false", "true"})
    public boolean session;

    private int number;

    /** For JMH. */
    public GuardBenchmark() {}

    /** Opens the session. */
    @Setup
    public void open() {
        if (session) {
            SerialVirtualCloud.create(CloudOptions.defaults());
        }
    }

    /**
     * As the compiler left it.
     *
     * @return a number
     */
    @Benchmark
    public int plain() {
        return number++;
    }

    /**
     * As it is after weaving.
     *
     * @return a number
     */
    @Benchmark
    public int guarded() {
        Guard.require(RequiredState.HUB_OFFLINE);
        return number++;
    }
}
