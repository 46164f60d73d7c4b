package org.spmjava.benchmarks.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * What a program that is measured tells the suite, on its standard output, a line each. A program in another language
 * prints the same lines, its fields separated by tabs: {@code figure NAME VALUE}, {@code reached NAME}, {@code cpu NAME
 * SECONDS} and {@code end}; after the last two it reads a line from its standard input before it goes on. Other lines
 * are taken for what they are.
 */
public final class Told {

    private Told() {}

    /** A sample of a figure, in the figure's unit. */
    public static void figure(String name, double value) {
        tell("figure\t" + name + "\t" + String.format(Locale.ROOT, "%.6g", value));
    }

    /** A sample of a figure in ms: the time from before this process was started until now. */
    public static void reached(String name) {
        tell("reached\t" + name);
    }

    /**
     * A sample of a figure in % of one core: what all processes together use while this call waits.
     *
     * @param seconds how long
     */
    public static void cpu(String name, double seconds) {
        tell("cpu\t" + name + "\t" + String.format(Locale.ROOT, "%.3f", seconds));
        awaitAnswer();
    }

    /** All is measured: returns when the suite has seen what the processes used. Then everything may end. */
    public static void end() {
        tell("end");
        awaitAnswer();
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void awaitAnswer() {
        try {
            for (int read = System.in.read(); read != '\n' && read != -1; read = System.in.read()) {
                // Whatever it says: the end of the line is the answer.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
