package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A make that cannot hang, and leaves nothing behind: see the README beside it. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Makes a target of a makefile of explicit rules, in parallel.")
public final class Make implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            defaultValue = "Makefile",
            description = "The makefile; by default ${DEFAULT-VALUE}.")
    private Path file;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "What to make; by default the first rule's target.")
    private String target;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process and thread, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer jobs;

    @Option(
            names = "--each",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long one target may take; by default ${DEFAULT-VALUE}.")
    private long eachSeconds;

    @Option(
            names = "--all",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long everything may take; by default ${DEFAULT-VALUE}.")
    private long allSeconds;

    private Make() {}

    /**
     * Makes a target.
     *
     * @param args see {@code --help}; the exit code is 0 if, and only if, the target is up to date afterwards
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Make()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (eachSeconds < 1 || allSeconds < 1) {
            throw new ParameterException(spec.commandLine(), "--each and --all are at least 1 second");
        }
        Makefile makefile = makefile();
        List<Rule> outdated = outdated(makefile);
        if (outdated.isEmpty()) {
            System.out.println("Nothing to do.");
            return 0;
        }
        CloudOptions options = CloudOptions.defaults();
        if (jobs != null) {
            options = options.withSpokes(jobs);
        }
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            Recipes recipes = new Recipes(cloud);
            Conclusion conclusion = recipes.follow(
                    outdated,
                    makefile.directory(),
                    cloud.intraAll(),
                    Timeout.afterSeconds(eachSeconds),
                    Timeout.afterSeconds(allSeconds));
            recipes.report().forEach(System.out::println);
            System.out.println(conclusion.counts());
            return conclusion.concludedWell() ? 0 : 2;
        }
    }

    private Makefile makefile() {
        try {
            return Makefile.read(file);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + file + ": " + unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private List<Rule> outdated(Makefile makefile) throws IOException {
        try {
            return makefile.outdated(target == null ? makefile.firstTarget() : target);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }
}
