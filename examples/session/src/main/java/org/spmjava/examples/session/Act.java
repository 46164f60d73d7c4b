package org.spmjava.examples.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.spmjava.examples.common.Program;
import org.spmjava.examples.graph.Graph;
import org.spmjava.examples.make.Make;
import org.spmjava.examples.mapreduce.MapReduce;
import org.spmjava.examples.sat.Sat;

/** A program of the session, and the input that it brings along. */
enum Act {
    MAKE(
            "make",
            Make::new,
            org.spmjava.examples.make.Sample::unpack,
            "builds with the rules of a makefile or of ninja"),
    MAP_REDUCE(
            "map-reduce",
            MapReduce::new,
            org.spmjava.examples.mapreduce.Sample::unpack,
            "counts words, joins and ranks records"),
    SAT("sat", Sat::new, org.spmjava.examples.sat.Sample::unpack, "finds a model of a formula, or that there is none"),
    GRAPH(
            "graph",
            Graph::new,
            org.spmjava.examples.graph.Sample::unpack,
            "ranks, searches, connects, measures and counts a graph");

    /** Writes an input. */
    @FunctionalInterface
    interface Unpacking {

        /**
         * Writes it.
         *
         * @param directory where to, empty
         * @return the arguments of a run on it
         */
        List<String> into(Path directory) throws IOException;
    }

    private final String display;
    private final Supplier<Program> fresh;
    private final Unpacking sample;
    private final String purpose;

    Act(String display, Supplier<Program> fresh, Unpacking sample, String purpose) {
        this.display = display;
        this.fresh = fresh;
        this.sample = sample;
        this.purpose = purpose;
    }

    /** A new object of the program, for one run. */
    Program program() {
        return fresh.get();
    }

    Unpacking sample() {
        return sample;
    }

    /** What it does, in a few words. */
    String purpose() {
        return purpose;
    }

    /** The program's name, as people type it. */
    @Override
    public String toString() {
        return display;
    }
}
