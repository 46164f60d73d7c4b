package org.spmjava.examples.sat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The input of a run without one of the user's: whether a prime number is a product, so that the answer is known from
 * arithmetic.
 */
public final class Sample {

    private static final int BITS = 29;
    private static final long SEED = 6;

    private Sample() {}

    /**
     * Writes the formula.
     *
     * @param directory where to
     * @return the arguments of a run on it
     * @throws IOException if it cannot be written
     */
    public static List<String> unpack(Path directory) throws IOException {
        Path file = directory.resolve("prime.cnf");
        long prime = BigInteger.probablePrime(BITS, new Random(SEED)).longValueExact();
        write(Multiplier.factors(prime, BITS - 1, (BITS + 1) / 2), "is " + prime + " a product?", file);
        return List.of(file.toString(), "--expect", "UNSATISFIABLE");
    }

    /** Writes a formula in DIMACS. */
    static void write(Formula formula, String comment, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
                PrintWriter lines = new PrintWriter(out)) {
            lines.println("c " + comment);
            lines.println("p cnf " + formula.variables() + " " + formula.clauses());
            for (int literal : formula.literals()) {
                lines.print(literal);
                lines.print(literal == 0 ? '\n' : ' ');
            }
            if (lines.checkError()) {
                throw new IOException("cannot write " + file);
            }
        }
    }
}
