package org.spmjava.examples.montecarlo;

import java.math.BigInteger;

/** Three ways to find a divisor of an odd number that is not prime. */
final class Searches {

    private Searches() {}

    /** J. M. Pollard, <i>A Monte Carlo method for factorization</i>, BIT 15, 1975. */
    static long rho(long number) {
        BigInteger modulus = BigInteger.valueOf(number);
        BigInteger divisor = modulus;
        for (long constant = 1; divisor.equals(modulus); constant++) {
            BigInteger slow = BigInteger.TWO;
            BigInteger fast = BigInteger.TWO;
            do {
                slow = step(slow, constant, modulus);
                fast = step(step(fast, constant, modulus), constant, modulus);
                divisor = slow.subtract(fast).gcd(modulus);
            } while (divisor.equals(BigInteger.ONE));
        }
        return divisor.longValueExact();
    }

    private static BigInteger step(BigInteger at, long constant, BigInteger modulus) {
        return at.multiply(at).add(BigInteger.valueOf(constant)).mod(modulus);
    }

    /**
     * The number as a difference of two squares: a divisor close to the square root is found first.
     *
     * @throws ArithmeticException if the squares get too large
     */
    static long fermat(long number) {
        long half = squareRoot(number);
        if (half * half < number) {
            half++;
        }
        while (true) {
            long square = Math.multiplyExact(half, half) - number;
            long root = squareRoot(square);
            if (root * root == square) {
                return half - root;
            }
            half++;
        }
    }

    private static long squareRoot(long number) {
        long root = (long) Math.sqrt(number);
        while (root * root > number) {
            root--;
        }
        return root;
    }

    static long trial(long number) {
        long divisor = 3;
        while (number % divisor != 0) {
            divisor += 2;
        }
        return divisor;
    }
}
