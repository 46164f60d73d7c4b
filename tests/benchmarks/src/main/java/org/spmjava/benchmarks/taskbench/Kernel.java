package org.spmjava.benchmarks.taskbench;

import java.util.Arrays;

/**
 * The kernel {@code compute_bound}: 64 numbers, each squared and added to itself, again and again. They are beyond all
 * bounds after a dozen iterations; that is meant so, since nothing then depends on their size.
 */
final class Kernel {

    private static final int NUMBERS = 64;
    private static final double FIRST = 1.2345;

    private final double[] numbers = new double[NUMBERS];

    /** How many floating point operations a task counts. */
    static long flops(long iterations) {
        return 2L * NUMBERS * iterations + NUMBERS;
    }

    /** Returns the product of all numbers, so that none is computed for nothing. */
    double run(long iterations) {
        Arrays.fill(numbers, FIRST);
        for (long i = 0; i < iterations; i++) {
            squareAndAdd(numbers);
        }
        double product = 1;
        for (double number : numbers) {
            product *= number;
        }
        return product;
    }

    private static void squareAndAdd(double[] numbers) {
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = Math.fma(numbers[i], numbers[i], numbers[i]);
        }
    }
}
