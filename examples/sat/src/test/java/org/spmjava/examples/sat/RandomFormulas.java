package org.spmjava.examples.sat;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random 3-SAT near the threshold, where about half of the formulas can be satisfied; and the answer by brute force.
 */
final class RandomFormulas {

    private static final double THRESHOLD = 4.26;

    private RandomFormulas() {}

    static Formula nearThreshold(int variables, long seed) {
        Random random = new Random(seed);
        int clauses = (int) Math.round(variables * THRESHOLD) + random.nextInt(variables / 2) - variables / 4;
        int[] literals = new int[4 * clauses];
        for (int clause = 0; clause < clauses; clause++) {
            int[] chosen = random.ints(1, variables + 1).distinct().limit(3).toArray();
            for (int i = 0; i < 3; i++) {
                literals[4 * clause + i] = random.nextBoolean() ? chosen[i] : -chosen[i];
            }
        }
        return Formula.of(variables, literals);
    }

    /** Tries every assignment. */
    static boolean isSatisfiable(Formula formula) {
        int variables = formula.variables();
        return IntStream.range(0, 1 << variables)
                .anyMatch(bits -> formula.firstFalsified(IntStream.rangeClosed(1, variables)
                                .map(i -> (bits >> i - 1 & 1) == 1 ? i : -i)
                                .toArray())
                        == 0);
    }
}
