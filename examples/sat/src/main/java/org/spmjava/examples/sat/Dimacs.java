package org.spmjava.examples.sat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.spmjava.examples.common.UserError;

/**
 * Reads formulas as the SAT competitions have them: <i>Satisfiability: Suggested Format</i>, DIMACS 1993, with what
 * SATLIB's files add. Comments, lines that begin with {@code c}, may stand anywhere; a line {@code p cnf variables
 * clauses} comes before the first clause; clauses may run over lines, and end with 0; a line that begins with {@code %}
 * ends the file. What is compressed with gzip is recognised as such, whatever the file is called.
 */
public final class Dimacs {

    /** More are more than the answer of a Spoke has room for: a model names each. */
    private static final int MOST_VARIABLES = 12_000_000;

    private static final int END = -1;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final String name;
    private final InputStream in;
    private int line = 1;
    private int next;
    private int variables = -1;
    private int announced;
    private int clauses;
    private int[] literals = new int[1024];
    private int length;

    private Dimacs(String name, InputStream in) throws IOException {
        this.name = name;
        this.in = in;
        this.next = in.read();
    }

    /**
     * Reads a file.
     *
     * @param file plain, or compressed with gzip
     * @return its formula
     * @throws UserError if it cannot be read, or is not in the format; says in which line
     */
    public static Formula read(Path file) throws UserError {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException absent) {
            throw new UserError(file + ": there is no such file");
        } catch (ZipException damaged) {
            throw new UserError(file + ": not gzip, though it begins like it: " + damaged.getMessage());
        } catch (IOException unreadable) {
            if (Files.isDirectory(file)) {
                throw new UserError(file + ": is a directory");
            }
            throw new UserError(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    /** Reads a stream that can be marked; the name is for messages. */
    static Formula read(String name, InputStream in) throws UserError, IOException {
        in.mark(2);
        boolean compressed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        InputStream plain = compressed ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in;
        return new Dimacs(name, plain).formula();
    }

    private Formula formula() throws UserError, IOException {
        boolean lineBegins = true;
        int clauseBegins = 0;
        while (true) {
            if (next == '\n') {
                lineBegins = true;
                advance();
            } else if (next == ' ' || next == '\t' || next == '\r') {
                advance();
            } else if (next == END || lineBegins && next == '%') {
                break;
            } else if (lineBegins && next == 'c') {
                skipLine();
            } else if (lineBegins && next == 'p') {
                header();
            } else {
                lineBegins = false;
                int at = line;
                int literal = literal();
                if (literal == 0) {
                    clauses++;
                    clauseBegins = length + 1;
                    if (clauses > announced) {
                        throw error(at, "the header says " + announced + " clauses, and this is one more");
                    }
                }
                append(literal);
            }
        }
        if (variables < 0) {
            throw error(line, "there is no line `p cnf <variables> <clauses>`");
        }
        if (clauseBegins != length) {
            throw error(line, "the last clause does not end with 0");
        }
        if (clauses != announced) {
            throw error(line, "the header says " + announced + " clauses, but there are " + clauses);
        }
        return Formula.of(variables, Arrays.copyOf(literals, length));
    }

    private void header() throws UserError, IOException {
        int at = line;
        StringBuilder text = new StringBuilder();
        while (next != '\n' && next != END) {
            text.append((char) next);
            advance();
        }
        if (variables >= 0) {
            throw error(at, "a second line `p`");
        }
        String[] words = text.toString().strip().split("\\s+");
        if (words.length != 4 || !words[0].equals("p") || !words[1].equals("cnf")) {
            throw error(at, "not `p cnf <variables> <clauses>`: " + shown(text.toString()));
        }
        variables = count(words[2], at);
        if (variables > MOST_VARIABLES) {
            throw error(at, variables + " variables, but at most " + MOST_VARIABLES + " have room");
        }
        announced = count(words[3], at);
    }

    private int count(String word, int at) throws UserError {
        try {
            int count = Integer.parseInt(word);
            if (count >= 0 && count < Integer.MAX_VALUE) {
                return count;
            }
        } catch (NumberFormatException notOne) {
            // As wrong as a negative one.
        }
        throw error(at, "not a number of variables or clauses: " + shown(word));
    }

    private int literal() throws UserError, IOException {
        if (variables < 0) {
            throw error(line, "a clause before the line `p cnf <variables> <clauses>`, or no DIMACS at all");
        }
        if (next < ' ') {
            throw error(line, "a control character, " + next + ", where a literal should be");
        }
        StringBuilder word = new StringBuilder();
        boolean negative = next == '-';
        long number = 0;
        boolean isNumber = true;
        while (next > ' ') {
            if (word.length() > 0 || !negative) {
                isNumber &= next >= '0' && next <= '9';
                number = Math.min(Integer.MAX_VALUE, 10 * number + (next - '0'));
            }
            word.append((char) next);
            advance();
        }
        if (!isNumber || negative && word.length() == 1) {
            throw error(line, "not a literal: " + shown(word.toString()));
        }
        if (number > variables) {
            throw error(
                    line, "literal " + shown(word.toString()) + ", but the header says " + variables + " variables");
        }
        return (int) (negative ? -number : number);
    }

    private void append(int literal) {
        if (length == literals.length) {
            literals = Arrays.copyOf(literals, 2 * length);
        }
        literals[length++] = literal;
    }

    private void skipLine() throws IOException {
        while (next != '\n' && next != END) {
            advance();
        }
    }

    private void advance() throws IOException {
        line += next == '\n' ? 1 : 0;
        next = in.read();
    }

    private static String shown(String text) {
        byte[] start = text.substring(0, Math.min(40, text.length())).getBytes(StandardCharsets.US_ASCII);
        return new String(start, StandardCharsets.US_ASCII).replaceAll("\\p{Cntrl}", "?");
    }

    private UserError error(int at, String what) {
        return new UserError(name + ":" + at + ": " + what);
    }
}
