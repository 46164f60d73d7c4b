package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.branchandbound.Distances;
import org.spmjava.examples.branchandbound.RoundTrip;

/** The example of limited grain, beside dynamic programming. */
@ExtendWith(Census.class)
class BranchAndBoundTest {

    private static final int CITIES = 12;

    /** M. Held, R. Karp, A dynamic programming approach to sequencing problems, J. SIAM 10(1), 1962. */
    private static long shortest(Distances distances) {
        int others = distances.cities() - 1;
        long[][] length = new long[1 << others][others];
        for (long[] row : length) {
            Arrays.fill(row, Long.MAX_VALUE / 2);
        }
        for (int set = 1; set < 1 << others; set++) {
            for (int last = 0; last < others; last++) {
                int before = set & ~(1 << last);
                if (before == 0 && set != 0) {
                    length[set][last] = distances.between(0, last + 1);
                }
                for (int previous = 0; previous < others; previous++) {
                    if ((set >> last & 1) == 1 && (before >> previous & 1) == 1) {
                        length[set][last] = Math.min(
                                length[set][last],
                                length[before][previous] + distances.between(previous + 1, last + 1));
                    }
                }
            }
        }
        long[] whole = length[(1 << others) - 1];
        return IntStream.range(0, others)
                .mapToLong(last -> whole[last] + distances.between(last + 1, 0))
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void noRoundTripIsShorter(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            RoundTrip roundTrip = new RoundTrip(cloud);
            for (int seed = 1; seed <= 3; seed++) {
                Distances distances = Distances.generated(seed, CITIES);
                Conclusion conclusion = roundTrip.search(distances, cloud.intraAll());
                assertThat(conclusion.concludedWell())
                        .as(conclusion.counts() + " " + conclusion.residue())
                        .isTrue();
                assertThat(IntStream.of(roundTrip.best()).sorted())
                        .containsExactlyElementsOf(
                                IntStream.range(0, CITIES).boxed().toList());
                assertThat(distances.length(roundTrip.best())).isEqualTo(shortest(distances));
            }
        }
    }

    @Test
    void itRunsOnSpokesAndInASerialSession() throws Exception {
        String main = "org.spmjava.examples.branchandbound.BranchAndBound";
        Java.Run parallel = Java.run(main, "--spokes", "2", "--cities", "10");
        Java.Run serial = Java.run(main, "--serial", "--cities", "10");
        assertThat(parallel.exitCode()).isZero();
        assertThat(serial.exitCode()).isZero();
        long shortest = shortest(Distances.generated(1, 10));
        assertThat(parallel.output()).startsWith(shortest + " long: [0, ");
        assertThat(serial.output()).startsWith(shortest + " long: [0, ");
        assertThat(Java.run(main, "--cities", "3").output()).contains("--cities is from 4 to 30");
    }
}
