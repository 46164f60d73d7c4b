package org.spmjava.examples.common;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** A program's command line: its options, its help, and what the exit codes mean. */
public final class ProgramLine {

    /** The exit code when the user can mend what is wrong: an option, an input. */
    public static final int USER_ERROR = CommandLine.ExitCode.USAGE;

    private static final int BUG = 70; // EX_SOFTWARE of sysexits.h
    private static final int INTERRUPTED = 130;

    private final CommandLine line;

    private ProgramLine(CommandLine line) {
        this.line = line;
    }

    /**
     * The command line of an object with picocli's annotations.
     *
     * @param annotated gets the values of its options
     * @param out where help is written
     * @param err where errors are written
     * @return a command line with {@code --help} and {@code --version}
     */
    public static ProgramLine of(Object annotated, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(annotated).setOut(out).setErr(err);
        if (!line.getCommandSpec().mixinStandardHelpOptions()) {
            line.getCommandSpec().mixinStandardHelpOptions(true);
        }
        line.getCommandSpec().version("SPM.Java 0.1.0");
        return new ProgramLine(line);
    }

    /**
     * Adds options of another object.
     *
     * @param name a name for them
     * @param options gets their values
     * @return this
     */
    public ProgramLine with(String name, Object options) {
        line.addMixin(name, options);
        return this;
    }

    /**
     * Reads the arguments; unless they ask for help or are wrong, does the work.
     *
     * @param work what to do when every option has its value; returns the exit code
     * @param args the arguments
     * @return the exit code; 2 after a mistake of the user's, which was written in one line
     */
    public int execute(Callable<Integer> work, String... args) {
        line.setExecutionStrategy(parsed -> {
            Integer helped = CommandLine.executeHelpRequest(parsed);
            return helped != null ? helped : perform(work);
        });
        return line.execute(args);
    }

    private int perform(Callable<Integer> work) {
        try {
            return work.call();
        } catch (UserError mistake) {
            line.getErr().println(line.getCommandName() + ": " + mistake.getMessage());
            return USER_ERROR;
        } catch (CommandLine.ParameterException wrong) {
            throw wrong;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            line.getErr().println(line.getCommandName() + ": interrupted");
            return INTERRUPTED;
        } catch (Exception unexpected) {
            unexpected.printStackTrace(line.getErr());
            return BUG;
        } finally {
            line.getErr().flush();
        }
    }
}
