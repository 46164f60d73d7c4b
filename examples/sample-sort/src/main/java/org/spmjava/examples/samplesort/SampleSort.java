package org.spmjava.examples.samplesort;

import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sorts numbers: see the README beside it. */
@Command(
        name = "sample-sort",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Sorts numbers, each Spoke a part of them.")
public final class SampleSort implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many numbers; by default ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the numbers; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private SampleSort() {}

    /**
     * Sorts.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SampleSort()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count is at least 1");
        }
        CloudOptions options = spokes == null
                ? CloudOptions.defaults()
                : CloudOptions.defaults().withSpokes(spokes);
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            Sort sort = new Sort(cloud);
            Conclusion conclusion = sort.sort(seed, count, cloud.intraAll());
            long[] sorted = sort.sorted();
            System.out.println(sorted.length + " numbers from " + sorted[0] + " to " + sorted[sorted.length - 1]
                    + ", sorted by " + conclusion.tasks().size() + " tasks.");
            return 0;
        }
    }
}
