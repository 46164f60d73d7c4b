package org.spmjava.examples.montecarlo;

import java.math.BigInteger;
import java.util.Locale;
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

/** Two commands in one session: an estimate, and a race. See the README beside it. */
@Command(
        name = "monte-carlo",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Prices an option by simulation, then divides a number, in a race of three ways to do it.")
public final class MonteCarlo implements Callable<Integer> {

    private static final Contract CONTRACT = new Contract(100, 105, 0.03, 0.2, 1);
    private static final int CERTAINTY = 50;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--error",
            paramLabel = "E",
            defaultValue = "0.005",
            description = "The standard error that is good enough; by default ${DEFAULT-VALUE}.")
    private double error;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How often to simulate at most; by default ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(
            names = "--paths",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many paths to simulate each time; by default ${DEFAULT-VALUE}.")
    private long paths;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the random numbers; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--number",
            paramLabel = "N",
            defaultValue = "2147483662032385529",
            description = "The number to divide, odd and not prime; by default ${DEFAULT-VALUE}.")
    private long number;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process and thread, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private MonteCarlo() {}

    /**
     * Runs both commands.
     *
     * @param args see {@code --help}; the exit code is 0 if, and only if, a divisor was found
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new MonteCarlo()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (repetitions < 1 || paths < 2) {
            throw new ParameterException(spec.commandLine(), "--repetitions is at least 1, and --paths at least 2");
        }
        if (number < 9 || number % 2 == 0 || BigInteger.valueOf(number).isProbablePrime(CERTAINTY)) {
            throw new ParameterException(spec.commandLine(), "--number is odd and not prime, unlike " + number);
        }
        CloudOptions options = spokes == null
                ? CloudOptions.defaults()
                : CloudOptions.defaults().withSpokes(spokes);
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            CallOption callOption = new CallOption(cloud);
            Divisor divisor = new Divisor(cloud);

            callOption.estimate(CONTRACT, seed, paths, repetitions, error, cloud.intraAll());
            Estimate estimate = callOption.result();
            System.out.println(String.format(
                    Locale.ROOT,
                    "The option is worth %.4f ± %.4f, after %,d paths.",
                    estimate.value(),
                    estimate.standardError(),
                    estimate.samples()));

            Conclusion race = divisor.search(number, cloud.intraAll());
            divisor.found()
                    .ifPresent(found -> System.out.println(
                            number + " = " + found + " × " + number / found + ", found by " + divisor.winner()));
            race.tasks().forEach(task -> System.out.println("  " + task.label() + ": " + task.verdict()));
            return divisor.found().isPresent() ? 0 : 1;
        }
    }
}
