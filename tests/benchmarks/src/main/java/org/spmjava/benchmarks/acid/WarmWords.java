package org.spmjava.benchmarks.acid;

import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.mapreduce.MapReduce;
import picocli.CommandLine;

/** Counts the words of a file several times in one session. */
final class WarmWords {

    private static final double NS_PER_S = 1e9;

    private WarmWords() {}

    /**
     * Counts.
     *
     * @param args text, output, repetitions, Spokes
     */
    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(Integer.parseInt(args[3])))) {
            Session session = new Session(cloud, Console.standard());
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                MapReduce program = new MapReduce();
                new CommandLine(program).parseArgs("wordcount", args[0], "--output", args[1]);
                long start = System.nanoTime();
                program.run(session);
                System.out.println("took " + (System.nanoTime() - start) / NS_PER_S);
            }
        }
    }
}
