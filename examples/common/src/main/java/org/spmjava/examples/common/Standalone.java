package org.spmjava.examples.common;

import java.io.PrintWriter;
import org.spmjava.api.VirtualCloud;
import picocli.CommandLine.Command;

/** Runs a program by itself, on a virtual cloud of its own. */
public final class Standalone {

    private Standalone() {}

    /**
     * Reads the arguments, makes a virtual cloud, runs the program and closes the virtual cloud. Results go to the
     * standard output, everything else to the standard error.
     *
     * @param program gets its options from the arguments
     * @param args of the program, and those that every program has: see {@code --help}
     * @return the exit code
     */
    public static int run(Program program, String... args) {
        SessionOptions options = new SessionOptions();
        return ProgramLine.of(program, new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .with("session", options)
                .execute(() -> run(program, options, title(program, args)), args);
    }

    private static int run(Program program, SessionOptions options, String title) throws Exception {
        Console console = Console.standard();
        Report report;
        try (Pictures pictures = options.pictures(title);
                VirtualCloud cloud = options.createCloud();
                Progress progress = new Progress(console)) {
            pictures.follow(cloud);
            cloud.observe(progress);
            report = program.run(new Session(cloud, console));
        }
        console.note(report.answer());
        return program.exitCode(report);
    }

    private static String title(Program program, String... args) {
        return program.getClass().getAnnotation(Command.class).name() + " " + String.join(" ", args);
    }
}
