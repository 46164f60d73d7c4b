package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import org.spmjava.examples.make.ninja.NinjaFile;
import org.spmjava.examples.make.ninja.NinjaParser;
import org.spmjava.examples.make.ninja.NinjaSyntaxException;
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
        description = "Builds what a ninja build file, or a makefile of explicit rules, says, in parallel.")
public final class Make implements Callable<Integer> {

    private static final String LOG = ".spm_make_log";

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description =
                    "The build file: of ninja if its name ends in .ninja, else a makefile. By default `build.ninja`,"
                            + " or if there is none `Makefile`.")
    private Path file;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the build takes place; by default here. The build file is looked for there.")
    private Path directory;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = "What to make; by default what the build file says, or the first rule's target.")
    private List<String> targets = List.of();

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
        Path buildFile = buildFile();
        if (!buildFile.toString().endsWith(".ninja")) {
            return build(ofMakefile(buildFile), null);
        }
        NinjaFile ninja = ninja(buildFile);
        try (BuildLog log = log(directory.resolve(ninja.buildDirectory()).resolve(LOG))) {
            return build(ofNinja(ninja, log), log);
        }
    }

    private NinjaFile ninja(Path buildFile) {
        try {
            return NinjaParser.read(
                    directory, directory.toAbsolutePath().relativize(buildFile).toString());
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + buildFile + ": " + unreadable);
        } catch (NinjaSyntaxException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private BuildLog log(Path place) {
        try {
            return BuildLog.open(place);
        } catch (IOException unusable) {
            throw new ParameterException(spec.commandLine(), "Cannot keep a log: " + unusable.getMessage());
        }
    }

    private List<Step> ofNinja(NinjaFile ninja, BuildLog log) throws IOException {
        try {
            return NinjaPlan.of(ninja, directory.toAbsolutePath().normalize(), targets, log);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private Path buildFile() {
        Path base = directory.toAbsolutePath();
        if (file != null) {
            return base.resolve(file);
        }
        Path ninja = base.resolve("build.ninja");
        return Files.exists(ninja) ? ninja : base.resolve("Makefile");
    }

    private List<Step> ofMakefile(Path buildFile) {
        try {
            Makefile makefile = Makefile.read(buildFile);
            return makefile.outdated(targets.isEmpty() ? List.of(makefile.firstTarget()) : targets);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + buildFile + ": " + unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private int build(List<Step> steps, BuildLog log) throws Exception {
        if (steps.isEmpty()) {
            System.out.println("Nothing to do.");
            return 0;
        }
        CloudOptions options = CloudOptions.defaults();
        if (jobs != null) {
            options = options.withSpokes(jobs);
        }
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            Recipes recipes = new Recipes(cloud, System.out::println);
            Conclusion conclusion = recipes.follow(
                    steps, log, cloud.intraAll(), Timeout.afterSeconds(eachSeconds), Timeout.afterSeconds(allSeconds));
            System.out.println(conclusion.counts());
            return conclusion.concludedWell() ? 0 : 2;
        }
    }
}
