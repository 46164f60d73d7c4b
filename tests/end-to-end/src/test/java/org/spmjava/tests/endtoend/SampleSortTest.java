package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.samplesort.Numbers;
import org.spmjava.examples.samplesort.Sort;

/** The example of general grain, beside the sort of the JDK. */
@ExtendWith(Census.class)
class SampleSortTest {

    @ParameterizedTest
    @EnumSource
    void theNumbersAreInOrder(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            Sort sort = new Sort(cloud);
            for (int count : new int[] {0, 1, 3, 300_001}) {
                Conclusion conclusion = sort.sort(5, count, cloud.intraAll());
                assertThat(conclusion.concludedWell()).as(conclusion.toString()).isTrue();
                assertThat(conclusion.tasks()).hasSize(cloud.intraAll().size());
                long[] expected = Numbers.of(5, 0, count);
                Arrays.sort(expected);
                assertThat(sort.sorted()).isEqualTo(expected);
            }
        }
    }

    @Test
    void itSaysTheSameInASerialSession() throws Exception {
        String main = "org.spmjava.examples.samplesort.SampleSort";
        Java.Run parallel = Java.run(main, "--spokes", "2", "--count", "100000");
        Java.Run serial = Java.run(main, "--spokes", "2", "--count", "100000", "--serial");
        assertThat(parallel.exitCode()).isZero();
        assertThat(parallel.output())
                .startsWith("100000 numbers from ")
                .endsWith(", sorted by 2 tasks.\n")
                .isEqualTo(serial.output());
    }
}
