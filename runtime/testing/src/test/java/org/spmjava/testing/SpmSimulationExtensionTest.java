package org.spmjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.agent.Circumstances;
import org.spmjava.core.agent.Circumstances.Fate;
import org.spmjava.testing.SpmSimulationExtension.OneSeed;

class SpmSimulationExtensionTest {

    private static final SpokeIdentity SPOKE = new SpokeIdentity(0, 1, "simulated");

    /** Carries annotations; none of its methods is a test. */
    private interface Annotated {

        @SpmSimulation(seeds = 3)
        void three();

        @SpmSimulation(seed = 42)
        void one();

        @SpmSimulation(seeds = 0)
        void none();
    }

    @Test
    void theSeedsAreThoseThatAreAskedForAndTheCommandLineDecides() throws Exception {
        assertThat(SpmSimulationExtension.seeds(annotation("three"), null)).containsExactly(1L, 2L, 3L);
        assertThat(SpmSimulationExtension.seeds(annotation("one"), null)).containsExactly(42L);
        assertThat(SpmSimulationExtension.seeds(annotation("three"), 7L)).containsExactly(7L);
        assertThatThrownBy(() -> SpmSimulationExtension.seeds(annotation("none"), null))
                .hasMessage("@SpmSimulation takes 1 seed or more, not 0");
    }

    @Test
    void aFailureSaysItsSeedAndHowToReplayIt() throws Exception {
        OneSeed seed = new OneSeed(42, annotation("one"));
        IllegalStateException thrown = new IllegalStateException("boom");
        assertThat(seed.getDisplayName(1)).isEqualTo("seed 42");
        assertThatThrownBy(() -> seed.handleTestExecutionException(null, thrown))
                .isInstanceOf(AssertionError.class)
                .hasCause(thrown)
                .hasMessage("with seed 42: java.lang.IllegalStateException: boom\n"
                        + "replay with @SpmSimulation(seed = 42), or with -Dspm.seed=42");
    }

    @Test
    void theSameSeedBringsTheSame() {
        for (long seed = 1; seed <= 100; seed++) {
            assertThat(drawn(seed, EnumSet.allOf(Fault.class))).isEqualTo(drawn(seed, EnumSet.allOf(Fault.class)));
        }
    }

    @Test
    void nothingBefallsASpokeThatWasNotAskedFor() {
        for (long seed = 1; seed <= 100; seed++) {
            assertThat(drawn(seed, EnumSet.noneOf(Fault.class))).allSatisfy(fate -> {
                assertThat(fate.end()).isEqualTo(Fate.End.REPORTED);
                assertThat(fate.durationNs()).isLessThan(1_000_000_000);
            });
            assertThat(drawn(seed, EnumSet.of(Fault.SLOW)))
                    .allSatisfy(fate -> assertThat(fate.end()).isEqualTo(Fate.End.REPORTED));
        }
    }

    @Test
    void timePassesOnlyWhereItIsSaid() {
        Circumstances circumstances = new SeededCircumstances(1, EnumSet.allOf(Fault.class));
        long beforeNs = circumstances.nowNs();
        circumstances.fate(SPOKE);
        assertThat(circumstances.nowNs()).isEqualTo(beforeNs);
        circumstances.pass();
        assertThat(circumstances.nowNs()).isGreaterThan(beforeNs);
    }

    private static List<Fate> drawn(long seed, Set<Fault> faults) {
        Circumstances circumstances = new SeededCircumstances(seed, faults);
        List<Fate> fates = new ArrayList<>();
        for (int task = 0; task < 50; task++) {
            fates.add(circumstances.fate(SPOKE));
        }
        return fates;
    }

    private static SpmSimulation annotation(String method) throws NoSuchMethodException {
        return Annotated.class.getDeclaredMethod(method).getAnnotation(SpmSimulation.class);
    }
}
