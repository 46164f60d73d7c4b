package org.spmjava.examples.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The question whether a number is a product of two factors greater than 1, as a formula: a multiplier of full adders,
 * row by row, whose gates are clauses (G. S. Tseitin, 1968). Satisfiable if the number is composite, with factors that
 * are short enough, unsatisfiable if it is prime: answers that are known without any solver.
 */
public final class Multiplier {

    private final List<int[]> clauses = new ArrayList<>();
    private int variables;

    private Multiplier() {}

    /**
     * Asks for two factors.
     *
     * @param product the number, at least 4
     * @param firstBits how long the first factor may be, in bits; its bits are the first variables, the lowest first
     * @param secondBits how long the second factor may be; its bits are the next variables
     * @return the formula
     */
    public static Formula factors(long product, int firstBits, int secondBits) {
        Multiplier circuit = new Multiplier();
        int[] first = circuit.inputs(firstBits);
        int[] second = circuit.inputs(secondBits);
        int[] out = circuit.multiply(first, second);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            boolean set = (product >>> bit & 1) == 1;
            if (bit < out.length) {
                circuit.clause(set ? out[bit] : -out[bit]);
            } else if (set) {
                circuit.clause();
            }
        }
        circuit.clause(IntStream.of(first).skip(1).toArray());
        circuit.clause(IntStream.of(second).skip(1).toArray());
        return Formula.of(
                circuit.variables,
                circuit.clauses.stream()
                        .flatMapToInt(clause -> IntStream.concat(IntStream.of(clause), IntStream.of(0)))
                        .toArray());
    }

    /**
     * Reads a factor out of a model.
     *
     * @param model of the formula
     * @param from how many variables come before the factor's
     * @param bits how many bits it has
     * @return the factor
     */
    public static long factor(int[] model, int from, int bits) {
        return IntStream.range(0, bits)
                .filter(bit -> model[from + bit] > 0)
                .mapToLong(bit -> 1L << bit)
                .sum();
    }

    private int[] inputs(int bits) {
        return IntStream.range(0, bits).map(bit -> ++variables).toArray();
    }

    private int[] multiply(int[] first, int[] second) {
        int[] out = new int[first.length + second.length];
        int[] row = IntStream.of(first).map(bit -> and(bit, second[0])).toArray();
        int carry = 0;
        for (int i = 1; i < second.length; i++) {
            out[i - 1] = row[0];
            int[] sum = new int[first.length];
            int carried = 0;
            for (int j = 0; j < first.length; j++) {
                int above = j + 1 < first.length ? row[j + 1] : carry;
                int product = and(first[j], second[i]);
                sum[j] = xor(xor(product, above), carried);
                carried = majority(product, above, carried);
            }
            carry = carried;
            row = sum;
        }
        System.arraycopy(row, 0, out, second.length - 1, row.length);
        out[out.length - 1] = carry == 0 ? falsity() : carry;
        return out;
    }

    private int falsity() {
        int never = ++variables;
        clause(-never);
        return never;
    }

    private int and(int one, int other) {
        int both = ++variables;
        clause(-both, one);
        clause(-both, other);
        clause(both, -one, -other);
        return both;
    }

    /** Either, but not both; 0 is falsity. */
    private int xor(int one, int other) {
        if (one == 0 || other == 0) {
            return one + other;
        }
        int either = ++variables;
        clause(-either, one, other);
        clause(-either, -one, -other);
        clause(either, -one, other);
        clause(either, one, -other);
        return either;
    }

    /** At least two of three; 0 is falsity. */
    private int majority(int one, int two, int three) {
        if (two == 0 && three == 0) {
            return 0;
        }
        if (two == 0 || three == 0) {
            return and(one, two + three);
        }
        int most = ++variables;
        clause(-most, one, two);
        clause(-most, one, three);
        clause(-most, two, three);
        clause(most, -one, -two);
        clause(most, -one, -three);
        clause(most, -two, -three);
        return most;
    }

    private void clause(int... literals) {
        clauses.add(literals);
    }
}
