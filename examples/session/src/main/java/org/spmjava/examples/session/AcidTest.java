package org.spmjava.examples.session;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Pictures;
import org.spmjava.examples.common.ProgramLine;
import org.spmjava.examples.common.Progress;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One session: a parallel make, a map-reduce, a SAT solver and a graph analysis on the same Spokes, one after the
 * other.
 */
@Command(
        name = "acid-test",
        description = "Runs make, map-reduce, sat and graph, one after the other, on the same Spokes, and kills one of"
                + " them in the middle of make; or takes commands.")
public final class AcidTest {

    @Option(
            names = "--prompt",
            description =
                    "Take commands, at a terminal or from a script on the standard input, instead of running the four.")
    private boolean prompt;

    private AcidTest() {}

    /**
     * Runs the session.
     *
     * @param args see {@code --help}; the exit code is 0 only if every program went well and nothing is left
     */
    public static void main(String[] args) {
        AcidTest test = new AcidTest();
        SessionOptions options = new SessionOptions();
        System.exit(ProgramLine.of(test, new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .with("session", options)
                .execute(() -> test.run(options) ? 0 : 1, args));
    }

    private boolean run(SessionOptions options) throws Exception {
        if (!prompt) {
            return concluded(session(options, Console.standard()), Console.standard());
        }
        List<String> vocabulary = new ArrayList<>(Prompt.VERBS);
        Arrays.stream(Act.values()).map(Act::toString).forEach(vocabulary::add);
        try (Lines lines = Lines.ofStandardInput(vocabulary)) {
            return concluded(session(options, lines), lines.console());
        }
    }

    private static boolean session(SessionOptions options, Console console) throws Exception {
        try (Pictures pictures = options.pictures("acid test");
                VirtualCloud cloud = options.createCloud();
                Progress progress = new Progress(console);
                Stage stage = new Stage(new Session(cloud, console))) {
            pictures.follow(cloud);
            cloud.observe(progress);
            Optional<KillOnce> killing = killing(options, cloud, console);
            boolean wentWell = new Acts(stage, killing).runAll();
            table(stage, console);
            return wentWell;
        }
    }

    private static boolean session(SessionOptions options, Lines lines) throws Exception {
        Console console = lines.console();
        try (Pictures pictures = options.pictures("acid test");
                VirtualCloud cloud = options.createCloud();
                Progress progress = new Progress(console);
                Stage stage = new Stage(new Session(cloud, console))) {
            pictures.follow(cloud);
            cloud.observe(progress);
            Census census = new Census(console);
            cloud.observe(census);
            Acts acts = new Acts(stage, killing(options, cloud, console));
            return new Prompt(stage, acts, census, lines).take();
        }
    }

    private static Optional<KillOnce> killing(SessionOptions options, VirtualCloud cloud, Console console) {
        if (options.isSerial()) {
            return Optional.empty();
        }
        KillOnce killing = new KillOnce(console);
        cloud.observe(killing);
        return Optional.of(killing);
    }

    private static void table(Stage stage, Console console) {
        console.line("");
        console.line(Ledger.heading());
        stage.ledger().lines().forEach(console::line);
    }

    /** Asks the system, after the session's end, what is left of it. */
    private static boolean concluded(boolean wentWell, Console console) {
        List<String> left = ProcessHandle.current()
                .descendants()
                .map(process -> process.pid() + " " + process.info().command().orElse("?"))
                .toList();
        left.forEach(process -> console.line("NOT SO: nothing is left, but process " + process));
        boolean well = wentWell && left.isEmpty();
        console.line(well ? "Everything concluded well; nothing is pending, nothing is left." : "FAILED: see above.");
        return well;
    }
}
