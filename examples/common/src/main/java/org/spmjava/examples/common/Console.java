package org.spmjava.examples.common;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Where programs write: results, which another program may read, and notes on how it goes, which only people read. May
 * be used from any thread; lines are never torn.
 */
public final class Console {

    private static final String CLEAR_ROW = "\r\u001B[K";

    private final Consumer<String> results;
    private final Consumer<String> notes;
    private final boolean drawsBars;
    private boolean barDrawn;

    /**
     * A console of two sinks.
     *
     * @param results takes lines of results
     * @param notes takes lines of news
     * @param drawsBars whether progress may be drawn on the standard error, which is a terminal
     */
    public Console(Consumer<String> results, Consumer<String> notes, boolean drawsBars) {
        this.results = Objects.requireNonNull(results, "results");
        this.notes = Objects.requireNonNull(notes, "notes");
        this.drawsBars = drawsBars;
    }

    /**
     * Results on the standard output, notes on the standard error.
     *
     * @return a new console
     */
    public static Console standard() {
        return new Console(System.out::println, System.err::println, isTerminal(2));
    }

    /**
     * Writes a line of results.
     *
     * @param text without a line end
     */
    public synchronized void line(String text) {
        results.accept(cleared(text));
    }

    /**
     * Writes a line of news.
     *
     * @param text without a line end
     */
    public synchronized void note(String text) {
        notes.accept(cleared(text));
    }

    /** Whether progress is drawn rather than told. */
    boolean drawsBars() {
        return drawsBars;
    }

    /** From now on, or no longer, there is a bar in the terminal's last row. */
    synchronized void barDrawn(boolean drawn) {
        barDrawn = drawn;
    }

    private String cleared(String text) {
        return barDrawn ? CLEAR_ROW + text : text;
    }

    /**
     * Asks the system whether a stream of this process is a terminal, since what {@code System.console()} says differs
     * between JDKs.
     *
     * @param descriptor 0 for the standard input, 1 for the standard output, 2 for the standard error
     * @return false also if that cannot be found out
     */
    public static boolean isTerminal(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
