package org.spmjava.examples.branchandbound;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds a shortest round trip: see the README beside it. */
@Command(
        name = "branch-and-bound",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Finds the shortest round trip through cities at random places.")
public final class BranchAndBound implements Callable<Integer> {

    private static final int FEWEST = 4;
    private static final int MOST = 30;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cities",
            paramLabel = "N",
            defaultValue = "14",
            description = "How many cities; by default ${DEFAULT-VALUE}.")
    private int cities;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the cities' places; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process and thread, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private BranchAndBound() {}

    /**
     * Searches.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BranchAndBound()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (cities < FEWEST || cities > MOST) {
            throw new ParameterException(spec.commandLine(), "--cities is from " + FEWEST + " to " + MOST);
        }
        CloudOptions options = spokes == null
                ? CloudOptions.defaults()
                : CloudOptions.defaults().withSpokes(spokes);
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            RoundTrip roundTrip = new RoundTrip(cloud);
            Distances distances = Distances.generated(seed, cities);
            roundTrip.search(distances, cloud.intraAll());
            System.out.println(distances.length(roundTrip.best()) + " long: " + Arrays.toString(roundTrip.best()));
            System.out.println(roundTrip.nodes() + " partial trips were looked at.");
            return 0;
        }
    }
}
