package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Timeout;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Program;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.Standalone;
import org.spmjava.examples.common.UserError;
import org.spmjava.examples.make.gnu.GnuMake;
import org.spmjava.examples.make.gnu.MakeCall;
import org.spmjava.examples.make.gnu.MakeFailure;
import org.spmjava.examples.make.ninja.NinjaFile;
import org.spmjava.examples.make.ninja.NinjaParser;
import org.spmjava.examples.make.ninja.NinjaSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A make that cannot hang, and leaves nothing behind: see the README beside it. */
@Command(
        name = "make",
        description = "Builds what a makefile, read by GNU make, or a build file of ninja says, in parallel.")
public final class Make implements Program {

    private static final String LOG = ".spm_make_log";
    private static final int FAILED = 2;

    @Option(
            names = {"-f", "--file", "--makefile"},
            paramLabel = "FILE",
            description =
                    "The build file: of ninja if its name ends in .ninja, else a makefile, of which there may be several."
                            + " By default `build.ninja`, or if there is none the one that GNU make finds.")
    private List<String> files = List.of();

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the build takes place; by default here. The build file is looked for there.")
    private Path directory;

    @Option(
            names = {"-k", "--keep-going"},
            description = "After a failure, go on with what does not need it.")
    private boolean keepsGoing;

    @Option(
            names = {"-B", "--always-make"},
            description = "Make everything anew, whatever the times of files say.")
    private boolean makesAll;

    @Option(
            names = {"-n", "--dry-run", "--just-print"},
            description = "Print what would be done, and do none of it.")
    private boolean printsOnly;

    @Option(
            names = {"-i", "--ignore-errors"},
            description = "Go on after every failure of a recipe; of makefiles alone.")
    private boolean ignoresErrors;

    @Option(
            names = {"-e", "--environment-overrides"},
            description = "Variables of the environment count more than those of makefiles.")
    private boolean environmentOverrides;

    @Option(
            names = {"-r", "--no-builtin-rules"},
            description = "Without the rules that GNU make has itself.")
    private boolean withoutBuiltinRules;

    @Option(
            names = {"-I", "--include-dir"},
            paramLabel = "DIR",
            description = "Where included makefiles are looked for.")
    private List<String> includeDirectories = List.of();

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET|VARIABLE=VALUE",
            description = "What to make, by default what the build file says; and variables of makefiles.")
    private List<String> targets = List.of();

    @Option(
            names = "--each",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long one recipe may take; by default ${DEFAULT-VALUE}.")
    private long eachSeconds;

    @Option(
            names = "--all",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long everything may take; by default ${DEFAULT-VALUE}.")
    private long allSeconds;

    /** A build with the options' defaults. */
    public Make() {}

    /**
     * Makes targets.
     *
     * @param args see {@code --help}; the exit code is 0 if, and only if, the targets are up to date afterwards
     */
    public static void main(String[] args) {
        System.exit(Standalone.run(new Make(), args));
    }

    @Override
    public int exitCode(Report report) {
        return report.wentWell() ? 0 : FAILED;
    }

    @Override
    public Report run(Session session) throws Exception {
        if (eachSeconds < 1 || allSeconds < 1) {
            throw new UserError("--each and --all are at least 1 second");
        }
        Path base = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(base)) {
            throw new UserError("there is no directory " + directory);
        }
        if (files.isEmpty() && Files.exists(base.resolve("build.ninja"))) {
            return ofNinja(base, "build.ninja", session);
        }
        if (files.stream().anyMatch(file -> file.endsWith(".ninja"))) {
            if (files.size() > 1) {
                throw new UserError("one build file of ninja at a time");
            }
            return ofNinja(base, files.get(0), session);
        }
        return ofMakefiles(base, session);
    }

    private Report ofNinja(Path base, String file, Session session) throws Exception {
        NinjaFile ninja;
        try {
            ninja = NinjaParser.read(base, file);
        } catch (IOException unreadable) {
            throw new UserError("cannot read " + base.resolve(file) + ": " + unreadable);
        } catch (NinjaSyntaxException wrong) {
            throw new UserError(wrong.getMessage());
        }
        try (BuildLog log = log(base.resolve(ninja.buildDirectory()).resolve(LOG))) {
            List<Step> steps = NinjaPlan.of(ninja, base, targets, log, makesAll);
            if (printsOnly) {
                steps.forEach(step -> step.work()
                        .commands()
                        .forEach(command -> session.console().line(command.text())));
                return new Report(true, List.of(), steps.size() + " steps would be taken.");
            }
            return build(new StepsPlan(steps, keepsGoing), log, session);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(wrong.getMessage());
        }
    }

    private static BuildLog log(Path place) throws UserError {
        try {
            return BuildLog.open(place);
        } catch (IOException unusable) {
            throw new UserError("cannot keep a log: " + unusable.getMessage());
        }
    }

    private Report ofMakefiles(Path base, Session session) throws Exception {
        Console console = session.console();
        Optional<GnuMake> found = GnuMake.find();
        if (found.isEmpty()) {
            throw new UserError("GNU make, 4.0 or newer, reads makefiles for this program, and is not installed;"
                    + " build files of ninja need nothing");
        }
        try (GnuMake make = found.get()) {
            int parallel = Math.max(1, session.pool().size());
            Map<String, String> environment = System.getenv();
            MakePlan plan = MakePlan.of(
                    make, call(base, environment), parallel, keepsGoing || ignoresErrors, environment, console::line);
            if (printsOnly) {
                plan.print();
                return new Report(true, List.of(), "Nothing was done.");
            }
            return build(plan, null, session);
        } catch (MakeFailure failure) {
            // Whoever shows it says who speaks.
            throw new UserError(failure.getMessage().replaceFirst("^make: ", ""));
        }
    }

    private MakeCall call(Path base, Map<String, String> environment) throws UserError {
        List<String> arguments = new ArrayList<>();
        if (keepsGoing) {
            arguments.add("-k");
        }
        if (makesAll) {
            arguments.add("-B");
        }
        if (ignoresErrors) {
            arguments.add("-i");
        }
        if (environmentOverrides) {
            arguments.add("-e");
        }
        if (withoutBuiltinRules) {
            arguments.add("-r");
        }
        includeDirectories.forEach(included -> arguments.addAll(List.of("-I", included)));
        for (String file : files) {
            if (!Files.isReadable(base.resolve(file))) {
                throw new UserError("cannot read " + base.resolve(file));
            }
            arguments.addAll(List.of("-f", file));
        }
        arguments.addAll(targets);
        return new MakeCall(base, arguments, environment);
    }

    private Report build(Plan plan, BuildLog log, Session session) throws Exception {
        Recipes recipes = session.closure(Recipes.class, Recipes::new);
        List<Conclusion> conclusions = new ArrayList<>();
        long deadlineNs = System.nanoTime() + Duration.ofSeconds(allSeconds).toNanos();
        int made = 0;
        for (List<Step> steps = plan.next(); !steps.isEmpty(); steps = plan.next()) {
            Timeout left = Timeout.after(Duration.ofNanos(Math.max(1, deadlineNs - System.nanoTime())));
            Recipes.Manner manner =
                    new Recipes.Manner(keepsGoing, Timeout.afterSeconds(eachSeconds), left, session.console()::line);
            conclusions.add(recipes.follow(steps, log, session.pool(), manner));
            List<Plan.Fate> fates = recipes.fates();
            made += (int) fates.stream().filter(fate -> fate == Plan.Fate.MADE).count();
            plan.concluded(fates);
            long killed =
                    fates.stream().filter(fate -> fate == Plan.Fate.KILLED).count();
            if (recipes.notBegun() > 0 && killed == 0) {
                session.console().line(recipes.notBegun() + " steps did not begin.");
            }
            if (killed > 0) {
                session.console()
                        .line(killed + " killed; what they did is taken up again, with all that waits for it.");
            }
        }
        if (plan.isComplete()) {
            return new Report(true, conclusions, conclusions.isEmpty() ? "Nothing to do." : made + " steps taken.");
        }
        return new Report(false, conclusions, made + " steps taken; not everything could be made.");
    }
}
