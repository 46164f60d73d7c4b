package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.montecarlo.CallOption;
import org.spmjava.examples.montecarlo.Contract;
import org.spmjava.examples.montecarlo.Divisor;
import org.spmjava.examples.montecarlo.Estimate;

/** The example of repetitions and of a race, beside loops, a formula, and multiplication. */
@ExtendWith(Census.class)
class MonteCarloTest {

    private static final Contract CONTRACT = new Contract(100, 105, 0.03, 0.2, 1);
    private static final int PATHS = 2000;
    private static final int REPETITIONS = 20;
    private static final long SEED = 3;

    /** F. Black, M. Scholes, The pricing of options and corporate liabilities, JPE 81(3), 1973. */
    private static double formula() {
        double deviation = CONTRACT.volatility() * Math.sqrt(CONTRACT.years());
        double d1 = (Math.log(CONTRACT.spot() / CONTRACT.strike())
                        + (CONTRACT.rate() + CONTRACT.volatility() * CONTRACT.volatility() / 2) * CONTRACT.years())
                / deviation;
        return CONTRACT.spot() * normal(d1)
                - CONTRACT.strike() * Math.exp(-CONTRACT.rate() * CONTRACT.years()) * normal(d1 - deviation);
    }

    /** The normal distribution: Simpson's rule on its density. */
    private static double normal(double x) {
        int steps = 2000;
        double width = x / steps;
        double sum = 1 + Math.exp(-x * x / 2);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-i * width * i * width / 2);
        }
        return 0.5 + sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    /** The mean over all paths, by loops. */
    private static double mean() {
        double total = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            SplittableRandom random = new SplittableRandom(SEED + (long) repetition * PATHS);
            double sum = 0;
            for (int path = 0; path < PATHS; path++) {
                double end = CONTRACT.spot()
                        * Math.exp(
                                (CONTRACT.rate() - CONTRACT.volatility() * CONTRACT.volatility() / 2) * CONTRACT.years()
                                        + CONTRACT.volatility() * Math.sqrt(CONTRACT.years()) * random.nextGaussian());
                sum += Math.exp(-CONTRACT.rate() * CONTRACT.years()) * Math.max(end - CONTRACT.strike(), 0);
            }
            total += sum;
        }
        return total / ((double) PATHS * REPETITIONS);
    }

    @ParameterizedTest
    @EnumSource
    void soManyRepetitionsGiveTheLoopsResultWhoeverEvaluatesThem(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            CallOption option = new CallOption(cloud);
            Conclusion conclusion = option.estimate(CONTRACT, SEED, PATHS, REPETITIONS, 0, cloud.intraAll());
            assertThat(conclusion.counts()).isEqualTo(Map.of(Verdict.RETURNED, (long) REPETITIONS));
            Estimate estimate = option.result();
            assertThat(estimate.samples()).isEqualTo((long) PATHS * REPETITIONS);
            assertThat(estimate.value()).isEqualTo(mean());
            assertThat(estimate.value()).isCloseTo(formula(), within(4 * estimate.standardError()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itStopsWhenTheEstimateIsGoodEnough(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            CallOption option = new CallOption(cloud);
            double enough = 0.1;
            Conclusion conclusion = option.estimate(CONTRACT, SEED, PATHS, 1_000_000, enough, cloud.intraAll());
            assertThat(conclusion.residue()).isEmpty();
            assertThat(conclusion.tasks())
                    .hasSizeLessThan(1000)
                    .allSatisfy(task -> assertThat(task.verdict()).isIn(Verdict.RETURNED, Verdict.DROPPED));
            Estimate estimate = option.result();
            assertThat(estimate.standardError()).isLessThanOrEqualTo(enough);
            assertThat(estimate.value()).isCloseTo(formula(), within(4 * estimate.standardError()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstToFindADivisorEndsTheOthers(Sessions session) throws Exception {
        long large = 2_147_483_647L;
        long number = 1_000_000_007L * large;
        try (VirtualCloud cloud = session.open()) {
            Divisor divisor = new Divisor(cloud);
            Conclusion conclusion = divisor.search(number, cloud.intraAll());
            assertThat(divisor.found()).isPresent();
            assertThat(divisor.found().getAsLong()).isIn(number / large, large);
            assertThat(conclusion.residue()).isEmpty();
            assertThat(conclusion.count(Verdict.RETURNED)).isOne();
        }
    }

    @Test
    void itRunsBothCommandsInOneSession() throws Exception {
        Java.Run run = Java.run(
                "org.spmjava.examples.montecarlo.MonteCarlo", "--spokes", "2", "--error", "0.05", "--number", "10403");
        assertThat(run.output())
                .contains("The option is worth ", " after ", " paths.")
                .containsPattern("10403 = (101 × 103|103 × 101), found by (RHO|FERMAT|TRIAL)");
        assertThat(run.exitCode()).isZero();
        assertThat(Java.run("org.spmjava.examples.montecarlo.MonteCarlo", "--number", "10007")
                        .output())
                .contains("--number is odd and not prime, unlike 10007");
    }
}
