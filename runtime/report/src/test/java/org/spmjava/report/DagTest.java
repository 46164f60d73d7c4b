package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Critical paths and layers. */
class DagTest {

    private static List<int[]> dag(int[]... predecessors) {
        return List.of(predecessors);
    }

    private static int[] needs(int... tasks) {
        return tasks;
    }

    private static List<int[]> random(Random random, int size) {
        List<int[]> dag = new ArrayList<>();
        for (int task = 0; task < size; task++) {
            int self = task;
            dag.add(IntStream.range(0, task)
                    .filter(before -> random.nextInt(self + 1) < 3)
                    .toArray());
        }
        return dag;
    }

    @Test
    void thePathIsTheChainThatTookLongestAndNotTheLongestChain() {
        // 0 → 1 → 2 takes 6, 3 → 4 takes 30.
        CriticalPath path = CriticalPath.of(
                dag(needs(), needs(0), needs(1), needs(), needs(3), needs(2)), new long[] {1, 2, 3, 10, 20, 4});

        assertThat(path.tasks()).containsExactly(3, 4);
        assertThat(path.lengthNs()).isEqualTo(30);
    }

    @Test
    void withoutTasksThereIsNoPath() {
        assertThat(CriticalPath.of(List.of(), new long[0])).isEqualTo(new CriticalPath(List.of(), 0));
    }

    @Test
    void noChainTakesLongerThanThePath() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<int[]> dag = random(random, 1 + random.nextInt(12));
            long[] durations = random.longs(dag.size(), 0, 20).toArray();
            CriticalPath path = CriticalPath.of(dag, durations);

            long longest = IntStream.range(0, dag.size())
                    .mapToLong(task -> longestTo(dag, durations, task))
                    .max()
                    .orElseThrow();
            assertThat(path.lengthNs()).isEqualTo(longest);
            assertThat(path.tasks().stream().mapToLong(task -> durations[task]).sum())
                    .isEqualTo(longest);
            for (int i = 1; i < path.tasks().size(); i++) {
                assertThat(dag.get(path.tasks().get(i)))
                        .contains(path.tasks().get(i - 1).intValue());
            }
        }
    }

    /** Chain by chain. */
    private static long longestTo(List<int[]> dag, long[] durations, int task) {
        long before = 0;
        for (int needed : dag.get(task)) {
            before = Math.max(before, longestTo(dag, durations, needed));
        }
        return before + durations[task];
    }

    @Test
    void everyTaskStandsInOneLayerBehindAllThatItNeeds() {
        Random random = new Random(13);
        for (int round = 0; round < 100; round++) {
            List<int[]> dag = random(random, 1 + random.nextInt(40));
            List<List<Integer>> layers = Layers.of(dag).layers();
            int[] layerOf = new int[dag.size()];
            for (int layer = 0; layer < layers.size(); layer++) {
                for (int task : layers.get(layer)) {
                    layerOf[task] = layer;
                }
            }

            assertThat(layers.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, dag.size()).boxed().toList());
            for (int task = 0; task < dag.size(); task++) {
                int deepest = -1;
                for (int needed : dag.get(task)) {
                    deepest = Math.max(deepest, layerOf[needed]);
                }
                assertThat(layerOf[task]).isEqualTo(deepest + 1);
            }
        }
    }

    @Test
    void chainsThatCouldCrossAreUncrossed() {
        // 0, 1, 2 are needed by 5, 4, 3.
        List<List<Integer>> layers = Layers.of(dag(needs(), needs(), needs(), needs(2), needs(1), needs(0)))
                .layers();

        assertThat(layers.get(1))
                .isEqualTo(layers.get(0).stream().map(task -> 5 - task).toList());
    }
}
