package org.spmjava.examples.heat;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

/** Lets heat spread on a plate: see the README beside it. */
@Command(
        name = "heat",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Lets heat spread on a plate, each Spoke on a part of it.")
public final class Heat implements Callable<Integer> {

    private static final double FLOW = 0.2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many rows of cells; by default ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many columns; by default ${DEFAULT-VALUE}.")
    private int columns;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many steps; by default ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--periodic", description = "Join opposite edges, so that no heat is lost.")
    private boolean periodic;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private Heat() {}

    /**
     * Lets heat spread.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Heat()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (rows < 1 || columns < 1 || steps < 0) {
            throw new ParameterException(spec.commandLine(), "a plate has rows and columns, and --steps is at least 0");
        }
        CloudOptions options = spokes == null
                ? CloudOptions.defaults()
                : CloudOptions.defaults().withSpokes(spokes);
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            Plate plate = new Plate(cloud);
            Conclusion conclusion = plate.spread(rows, columns, steps, FLOW, periodic, cloud.intraAll());
            double[] cells = Stream.of(plate.temperatures())
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d tasks, %d steps: the mean is %.6f, the warmest cell has %.6f.",
                    conclusion.tasks().size(),
                    steps,
                    Arrays.stream(cells).average().orElseThrow(),
                    Arrays.stream(cells).max().orElseThrow()));
            return 0;
        }
    }
}
