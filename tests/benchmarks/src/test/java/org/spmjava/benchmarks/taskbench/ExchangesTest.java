package org.spmjava.benchmarks.taskbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spmjava.benchmarks.taskbench.Exchanges.Columns;

class ExchangesTest {

    private static final int STEPS = 9;

    @Test
    void everyColumnIsInTheBlockThatHoldsIt() {
        for (int width = 1; width < 20; width++) {
            for (int blocks = 1; blocks <= width; blocks++) {
                Columns columns = new Columns(width, blocks);
                for (int column = 0; column < width; column++) {
                    int block = columns.block(column);
                    assertThat(column).isBetween(columns.first(block), columns.end(block) - 1);
                }
            }
        }
    }

    @Test
    void whatOneSendsTheOtherExpectsAndEveryInputIsOwnedOrReceived() {
        for (Dependence dependence : Dependence.values()) {
            TaskGraph graph = TaskGraph.usual(dependence, STEPS, 7, null, 1, 0.5);
            Columns columns = new Columns(graph.width(), 3);
            Exchanges[][] all = IntStream.range(0, columns.blocks())
                    .mapToObj(rank -> Exchanges.all(graph, columns, rank))
                    .toArray(Exchanges[][]::new);
            for (int step = 0; step < STEPS; step++) {
                for (int from = 0; from < all.length; from++) {
                    for (int to = 0; to < all.length; to++) {
                        assertThat(all[from][step].sent()[to])
                                .isEqualTo(all[to][step].received()[from]);
                    }
                }
                requireInputs(all, columns, step);
            }
        }
    }

    private static void requireInputs(Exchanges[][] all, Columns columns, int step) {
        for (int rank = 0; rank < all.length; rank++) {
            for (int[] inputs : all[rank][step].inputs()) {
                for (int input : inputs) {
                    int owner = columns.block(input);
                    assertThat(owner == rank
                                    || Arrays.binarySearch(all[rank][step].received()[owner], input) >= 0)
                            .isTrue();
                }
            }
        }
    }
}
