package org.spmjava.examples.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1})
    void aSetKnowsTheRankOfEachNumberAndTheMemberOfEachRank(double density) {
        Random random = new Random(1);
        long[] words = VertexSet.words(1000);
        BitSet expected = new BitSet();
        for (int number = 0; number < 1000; number++) {
            if (random.nextDouble() < density) {
                words[number >>> 6] |= 1L << number;
                expected.set(number);
            }
        }
        VertexSet set = new VertexSet(words);
        int[] members = expected.stream().toArray();
        assertThat(set.size()).isEqualTo(members.length);
        assertThat(set.toArray()).isEqualTo(members);
        for (int rank = 0; rank < members.length; rank++) {
            assertThat(set.select(rank)).isEqualTo(members[rank]);
        }
        for (int number = 0; number < 1000; number++) {
            assertThat(set.rank(number))
                    .isEqualTo(expected.get(0, Math.max(1, number)).cardinality()
                            - (number == 0 && expected.get(0) ? 1 : 0));
            assertThat(set.contains(number)).isEqualTo(expected.get(number));
        }
        assertThat(set.contains(1_000_000)).isFalse();
    }

    @Test
    void bitsThatAreGatheredHereArePutThereWhereverThatIs() {
        Random random = new Random(2);
        for (int round = 0; round < 2000; round++) {
            Bits from = new Bits(400);
            int[] places = IntStream.range(0, 400)
                    .filter(i -> random.nextInt(3) > 0)
                    .limit(random.nextInt(250))
                    .toArray();
            IntStream.range(0, 400).filter(i -> random.nextBoolean()).forEach(from::set);
            int at = random.nextInt(100);
            Bits to = new Bits(at + places.length + 70);
            boolean before = random.nextBoolean();
            for (int i = 0; before && i < at + places.length + 70; i++) {
                to.set(i);
            }
            to.put(at, places.length, from.gather(places));
            for (int i = 0; i < at + places.length + 70; i++) {
                boolean inside = i >= at && i < at + places.length;
                assertThat(to.get(i)).isEqualTo(inside ? from.get(places[i - at]) : before);
            }
        }
    }

    @Test
    void verticesAreSplitByTheirEdges() {
        assertThat(Loader.split(new long[] {100, 0, 0, 0, 100, 0}, 0, 6, 2)).containsExactly(0, 3, 6);
        assertThat(Loader.split(new long[] {0, 0, 0, 0}, 0, 4, 2)).containsExactly(0, 2, 4);
        assertThat(Loader.split(new long[] {1000, 1, 1, 1}, 0, 4, 3))
                .startsWith(0)
                .endsWith(4)
                .isSorted();
        assertThat(Loader.split(new long[] {}, 0, 0, 3)).containsExactly(0, 0, 0, 0);
        assertThat(Loader.split(new long[] {5, 5, 5}, 1, 5, 2))
                .startsWith(0)
                .endsWith(5)
                .isSorted();
    }

    @Test
    void theOwnerOfAVertexIsTheTaskInWhoseRangeItLies() {
        int[] bounds = {0, 0, 3, 3, 7, 7};
        assertThat(IntStream.range(0, 7).map(v -> Partition.owner(bounds, v))).containsExactly(1, 1, 1, 3, 3, 3, 3);
    }
}
