package org.spmjava.testing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the simulation would find what is wrong: bugs put in on purpose, each of which it must find. */
class MutantTest {

    private static final long SEEDS = 5_000;

    static List<Mutant> mutants() {
        return Mutants.ALL;
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theBugIsFound(Mutant mutant) throws Exception {
        assertThat(MutatedCores.with(mutant).firstFailure(SEEDS))
                .as("the first of %d seeds that finds '%s'", SEEDS, mutant)
                .isPresent();
    }

    @Test
    void withoutABugNothingIsFound() throws Exception {
        assertThat(MutatedCores.unchanged().firstFailure(SEEDS)).isEmpty();
    }

    @Test
    void aBugIsPutInNowhereButWhereItBelongs() {
        assertThat(mutants())
                .hasSizeGreaterThanOrEqualTo(12)
                .extracting(Mutant::name)
                .doesNotHaveDuplicates();
    }
}
