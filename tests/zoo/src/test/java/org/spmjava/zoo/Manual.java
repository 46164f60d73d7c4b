package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The manual of the language, whose tables tests write. */
final class Manual {

    private static final Path MANUAL = Path.of("..", "..", "dsl-grammar", "MANUAL.md");

    private Manual() {}

    /**
     * Compares what stands between two comments, or writes it under {@code -Dspm.goldens=write}.
     *
     * @param name what the comments name
     */
    static void has(String name, String table) {
        String begin = "<!-- " + name + ": written by a test -->\n";
        String manual = Program.read(MANUAL);
        int from = manual.indexOf(begin) + begin.length();
        int to = manual.indexOf("<!-- end of " + name + " -->\n");
        assertThat(from).as(begin).isGreaterThan(begin.length()).isLessThanOrEqualTo(to);
        String expected = manual.substring(0, from) + table + manual.substring(to);
        if ("write".equals(System.getProperty("spm.goldens"))) {
            write(expected);
        }

        assertThat(Program.read(MANUAL)).isEqualTo(expected);
    }

    private static void write(String text) {
        try {
            Files.writeString(MANUAL, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
