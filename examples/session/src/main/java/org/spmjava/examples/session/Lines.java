package org.spmjava.examples.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.SyntaxError;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.spmjava.examples.common.Console;

/** Where commands come from: a person at a terminal, or a script. */
interface Lines extends AutoCloseable {

    /**
     * The next line, in words; quotes keep words together.
     *
     * @return empty when there are no more lines
     */
    Optional<List<String>> next() throws IOException;

    /** Whether a person types, who does not wait for one command before the next. */
    boolean isInteractive();

    /** Writes so that it does not disturb a line that is being typed. */
    Console console();

    @Override
    void close() throws IOException;

    /** From the standard input, whichever it is. */
    static Lines ofStandardInput(List<String> vocabulary) throws IOException {
        return Console.isTerminal(0) ? new Typed(vocabulary) : new Scripted();
    }

    /** Splits a line as a shell would. */
    private static List<String> words(DefaultParser parser, String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.startsWith("#")
                ? List.of()
                : parser.parse(stripped, stripped.length()).words();
    }

    /** A person's. */
    final class Typed implements Lines {

        private final Terminal terminal = TerminalBuilder.builder().system(true).build();
        private final LineReader reader;
        private final Console console;

        private Typed(List<String> vocabulary) throws IOException {
            reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("acid-test")
                    .completer(new StringsCompleter(vocabulary))
                    .build();
            console = new Console(reader::printAbove, reader::printAbove, false);
        }

        @Override
        public Optional<List<String>> next() {
            while (true) {
                try {
                    return Optional.of(words(new DefaultParser(), reader.readLine(">>> ")));
                } catch (UserInterruptException lineGivenUp) {
                    // As in a shell: the person wants another line.
                } catch (SyntaxError wrong) {
                    console.note(wrong.getMessage());
                } catch (EndOfFileException end) {
                    return Optional.empty();
                }
            }
        }

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public Console console() {
            return console;
        }

        @Override
        public void close() throws IOException {
            terminal.close();
        }
    }

    /** A script's. */
    final class Scripted implements Lines {

        private final BufferedReader reader =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        private final Console console = Console.standard();

        private Scripted() {}

        @Override
        public Optional<List<String>> next() throws IOException {
            String line = reader.readLine();
            if (line == null) {
                return Optional.empty();
            }
            console.line(">>> " + line);
            return Optional.of(words(new DefaultParser(), line));
        }

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public Console console() {
            return console;
        }

        @Override
        public void close() {
            // The standard input is not ours to close.
        }
    }
}
