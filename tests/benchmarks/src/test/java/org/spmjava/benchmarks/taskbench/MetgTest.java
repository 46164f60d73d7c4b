package org.spmjava.benchmarks.taskbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetgTest {

    private static final double OVERHEAD_NS = 3000;
    private static final double PEAK = 20;

    /** A processor that needs so much for each task beside computing. */
    private static Metg.Sample sample(long iterations) {
        double flops = Kernel.flops(iterations);
        double granularityNs = OVERHEAD_NS + flops / PEAK;
        return new Metg.Sample(iterations, granularityNs, flops / granularityNs);
    }

    @Test
    void itIsTwiceTheOverheadWhereverTheSearchBegins() throws Exception {
        for (long start : new long[] {1, 64, 512, 1 << 16}) {
            Metg.Result result = Metg.search(start, PEAK, MetgTest::sample);

            assertThat(result.metgNs()).isCloseTo(2 * OVERHEAD_NS, within(0.05 * OVERHEAD_NS));
            assertThat(result.iterations()).isEqualTo(512);
        }
    }

    @Test
    void withoutAnEfficientSampleThereIsNone() {
        assertThat(Metg.result(List.of(sample(2), sample(1)), PEAK).metgNs()).isNaN();
    }

    @Test
    void aCoarserSampleBelowIsNotInterpolatedWith() {
        Metg.Sample efficient = new Metg.Sample(8, 100, 12);
        Metg.Sample coarser = new Metg.Sample(4, 150, 4);

        assertThat(Metg.result(List.of(efficient, coarser), PEAK).metgNs()).isEqualTo(100);
    }
}
