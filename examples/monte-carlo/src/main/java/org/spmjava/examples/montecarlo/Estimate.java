package org.spmjava.examples.montecarlo;

/**
 * What is known of an expected value after so many samples.
 *
 * @param samples how many
 * @param value their mean
 * @param standardError the mean's
 */
public record Estimate(long samples, double value, double standardError) {

    /** From the samples' sum and the sum of their squares. */
    static Estimate of(long samples, double sum, double sumOfSquares) {
        double mean = sum / samples;
        double variance = (sumOfSquares / samples - mean * mean) * samples / (samples - 1);
        return new Estimate(samples, mean, Math.sqrt(variance / samples));
    }
}
