package org.spmjava.core.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Vertex;
import org.spmjava.api.communication.VertexProgram;

/** Supersteps against serial oracles. */
class GraphTest {

    private static final Channel<Long> LABELS = Channel.of("labels", Codecs.LONG);
    private static final Channel<String> NAMES = Channel.of("names", Codecs.STRING);

    /** Every vertex learns the least number of its component. */
    private record Components(Map<Long, Set<Long>> edges, boolean combined) implements VertexProgram<Long, Long> {
        @Override
        public Long compute(Vertex<Long> vertex, Long label, List<Long> messages) {
            if (combined) {
                assertThat(messages.size()).isLessThanOrEqualTo(1);
            }
            long least = messages.stream().reduce(label, Math::min);
            if (vertex.superstep() == 0 || least < label) {
                edges.get(vertex.id()).forEach(to -> vertex.send(to, least));
            }
            vertex.halt();
            return least;
        }

        @Override
        public Optional<BinaryOperator<Long>> combiner() {
            return combined ? Optional.of(Math::min) : Optional.empty();
        }
    }

    @Test
    void componentsAreThoseOfASerialSearch() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int vertices = 1 + random.nextInt(120);
            Map<Long, Set<Long>> edges = new LinkedHashMap<>();
            for (long i = 0; i < vertices; i++) {
                edges.put(i * 1_000_003 - 50, new HashSet<>());
            }
            List<Long> ids = List.copyOf(edges.keySet());
            for (int i = random.nextInt(2 * vertices); i > 0; i--) {
                long left = ids.get(random.nextInt(vertices));
                long right = ids.get(random.nextInt(vertices));
                edges.get(left).add(right);
                edges.get(right).add(left);
            }
            int size = 1 + seed % 6;
            boolean combined = seed % 2 == 0;
            Map<Long, Long> found = new TreeMap<>();
            UnitUnderTest.run(size, seed, DefaultGraphCommunicator::new, unit -> {
                        Map<Long, Long> own = new LinkedHashMap<>();
                        ids.stream().filter(id -> unit.owner(id) == unit.rank()).forEach(id -> own.put(id, id));
                        Map<Long, Long> labels = unit.supersteps(LABELS, own, new Components(edges, combined));
                        assertThat(List.copyOf(labels.keySet())).isEqualTo(List.copyOf(own.keySet()));
                        return labels;
                    })
                    .forEach(found::putAll);
            assertThat(found).isEqualTo(serial(edges));
        }
    }

    private static Map<Long, Long> serial(Map<Long, Set<Long>> edges) {
        Map<Long, Long> labels = new TreeMap<>();
        for (long start : new TreeMap<>(edges).keySet()) {
            List<Long> open = new ArrayList<>(List.of(start));
            while (!open.isEmpty()) {
                long next = open.remove(open.size() - 1);
                if (labels.putIfAbsent(next, start) == null) {
                    open.addAll(edges.get(next));
                }
            }
        }
        return labels;
    }

    @Test
    void messagesArriveInTheOrderOfTheRanksAndOfSendingInTheNextSuperstep() {
        List<Map<Long, String>> results = UnitUnderTest.run(3, 9, DefaultGraphCommunicator::new, unit -> {
            Map<Long, String> own = new LinkedHashMap<>();
            for (long id = 0; id < 12; id++) {
                if (unit.owner(id) == unit.rank()) {
                    own.put(id, "");
                }
            }
            return unit.supersteps(NAMES, own, (vertex, value, messages) -> {
                if (vertex.superstep() == 0) {
                    vertex.send(5, unit.rank() + "a");
                    vertex.send(5, unit.rank() + "b");
                } else {
                    assertThat(vertex.superstep()).isEqualTo(1);
                }
                vertex.halt();
                return value + String.join(" ", messages);
            });
        });
        String received = results.stream()
                .filter(it -> it.containsKey(5L))
                .findFirst()
                .orElseThrow()
                .get(5L);
        List<String> words = List.of(received.split(" "));
        assertThat(words).hasSize(24);
        assertThat(words.stream().map(word -> word.substring(0, 1)).toList()).isSorted();
        for (int i = 0; i < 24; i++) {
            assertThat(words.get(i)).endsWith(i % 2 == 0 ? "a" : "b");
        }
    }

    @Test
    void aVertexOfAnotherTaskAndOneThatThereIsNotAreRefused() {
        List<UnitUnderTest.Outcome<Object>> foreign =
                UnitUnderTest.outcomes(2, 1, DefaultGraphCommunicator::new, unit -> {
                    long id = unit.owner(1) == unit.rank() ? 1 : 2;
                    while (unit.owner(id) == unit.rank()) {
                        id++;
                    }
                    return unit.supersteps(LABELS, Map.of(id, 0L), (vertex, value, messages) -> value);
                });
        assertThat(foreign)
                .anySatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("belongs to rank"));
        List<UnitUnderTest.Outcome<Object>> missing =
                UnitUnderTest.outcomes(2, 1, DefaultGraphCommunicator::new, unit -> {
                    Map<Long, Long> own = unit.owner(1) == unit.rank() ? Map.of(1L, 0L) : Map.of();
                    return unit.supersteps(LABELS, own, (vertex, value, messages) -> {
                        vertex.send(4711, 0L);
                        vertex.halt();
                        return value;
                    });
                });
        assertThat(missing)
                .anySatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("vertex 4711, which does not exist"));
    }

    @Test
    void verticesAreSpreadEvenlyWhateverTheirNumbers() {
        for (long stride : new long[] {1, 2, 1024, 1L << 40}) {
            int[] counts = new int[7];
            for (long i = 0; i < 7_000; i++) {
                counts[Hashing.rankOfNumber(i * stride, 7)]++;
            }
            for (int count : counts) {
                assertThat(count).isBetween(850, 1_150);
            }
        }
    }

    @Test
    void keysAreSpreadEvenlyAndInTheSameWayInEveryJvm() {
        int[] counts = new int[7];
        for (int i = 0; i < 7_000; i++) {
            counts[Hashing.rankOfKey("word " + i, 7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(850, 1_150);
        }
        assertThat(Hashing.rankOfKey(Operation.BARRIER, 1_000)).isEqualTo(Hashing.rankOfKey("BARRIER", 1_000));
        assertThat(List.of(Hashing.rankOfKey("a", 1_000), Hashing.rankOfKey(1L, 1_000), Hashing.rankOfNumber(1, 1_000)))
                .isEqualTo(List.of(855, 849, 604));
    }
}
