package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, runs and merges, beside a map of the JDK's. */
class MappingTest {

    private static final int PARTITIONS = 3;

    @TempDir
    private Path directory;

    private int files;
    private final TreeMap<String, List<String>> found = new TreeMap<>();

    private Supplier<Path> newFiles() {
        return () -> directory.resolve("run" + files++);
    }

    /** Words with what stands behind them, joined; what is combined is joined early, and so grows. */
    private final class Joined implements Job<String, String> {
        private final boolean combines;

        Joined(boolean combines) {
            this.combines = combines;
        }

        @Override
        public Codec<String> keys() {
            return Codec.TEXT;
        }

        @Override
        public Codec<String> values() {
            return Codec.TEXT;
        }

        @Override
        public void map(Line line, Emitter<String, String> out) {
            String[] both = line.text().split("=", 2);
            out.emit(both[0], both[1]);
        }

        @Override
        public Optional<Combiner<String>> combiner() {
            return combines ? Optional.of((left, right) -> left + " " + right) : Optional.empty();
        }

        @Override
        public void reduce(String key, Iterator<String> values, Output out) {
            List<String> all = new ArrayList<>();
            values.forEachRemaining(value -> all.addAll(List.of(value.split(" "))));
            all.sort(null);
            assertThat(found.put(key, all))
                    .as("the values of one key come at once")
                    .isNull();
        }
    }

    private void mapAndReduce(Job<String, String> job, Path file, Budget budget) throws Exception {
        List<Placed> runs = new ArrayList<>();
        for (Split split : Inputs.divide(file, 0, 50_000)) {
            Mapping<String, String> mapping = new Mapping<>(job, budget, PARTITIONS, newFiles());
            mapping.run(split, false);
            assertThat(mapping.peakBytes()).isLessThanOrEqualTo(budget.table());
            runs.addAll(mapping.placed());
        }
        assertThat(runs).hasSizeGreaterThan(PARTITIONS * budget.fanIn());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int wanted = partition;
            Reducing<String, String> reducing = new Reducing<>(job, budget, newFiles());
            List<Segment> segments = runs.stream()
                    .filter(run -> run.partition() == wanted)
                    .map(Placed::segment)
                    .toList();
            reducing.run(segments, new Output(0, (key, text, from, to) -> {}, new Counters()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTinyMemoryGivesTheSameByWayOfManyRunsAndSeveralPasses(boolean combines) throws Exception {
        Random random = new Random(11);
        TreeMap<String, List<String>> expected = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            String key = "k" + "äb\u0000".repeat(random.nextInt(4)) + random.nextInt(3000);
            String value = Integer.toString(i);
            text.append(key).append('=').append(value).append('\n');
            expected.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
        }
        expected.values().forEach(values -> values.sort(null));
        Path file = Files.writeString(directory.resolve("text"), text);
        mapAndReduce(new Joined(combines), file, new Budget(Budget.LEAST));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theKeysOfAPartitionAreSortedAsTheirBytesAre() throws Exception {
        List<String> order = new ArrayList<>();
        Job<Long, Long> job = new WordLengths() {
            @Override
            public void map(Line line, Emitter<Long, Long> out) {
                out.emit(Long.parseLong(line.text()), 1L);
            }

            @Override
            public void reduce(Long key, Iterator<Long> counts, Output out) {
                order.add(Long.toString(key));
            }
        };
        Path file = Files.writeString(
                directory.resolve("numbers"), "3\n-1\n9223372036854775807\n0\n-9223372036854775808\n255\n256\n3\n");
        Mapping<Long, Long> mapping = new Mapping<>(job, new Budget(Budget.LEAST), 1, newFiles());
        mapping.run(Inputs.divide(file, 0, 1000).get(0), false);
        new Reducing<>(job, new Budget(Budget.LEAST), newFiles())
                .run(
                        mapping.placed().stream().map(Placed::segment).toList(),
                        new Output(0, (key, text, from, to) -> {}, new Counters()));
        assertThat(order).containsExactly("-9223372036854775808", "-1", "0", "3", "255", "256", "9223372036854775807");
    }

    @Test
    void aTableOfAnySizeStaysWithinItsBound() {
        for (long bound : new long[] {32 << 10, 100_000, 1 << 20, 5_000_000}) {
            KeyTable table = new KeyTable(Combining.of(new WordLengths()), bound);
            byte[] key = new byte[30];
            Random random = new Random(bound);
            do {
                random.nextBytes(key);
            } while (table.add(key, 0, random.nextInt(30), 1));
            int entries = table.size();
            new KeySort(table, table.byPartition(new int[2])).sort(0, entries);
            assertThat(table.peakBytes()).isBetween(bound / 3, bound);
            table.clear();
            assertThat(table.add(key, 0, 30, 1)).isTrue();
            assertThat(table.size()).isEqualTo(1);
        }
    }

    @Test
    void keysThatShareAllButTheirLengthOrTheirEndAreTold() {
        KeyTable table = new KeyTable(Combining.of(new WordLengths()), 1 << 20);
        byte[] zeros = new byte[100];
        byte[] text = "abcdefghabcdefghabcdefgX".getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 2; round++) {
            for (int length = 0; length <= 100; length++) {
                table.add(zeros, 0, length, 1);
            }
            for (int from = 0; from < text.length; from++) {
                table.add(text, from, text.length, 1);
            }
        }
        assertThat(table.size()).isEqualTo(101 + text.length);
    }

    @Test
    void noKeyIsLostWhenTheTableGrowsForAValueThatDoes() {
        KeyTable table = new KeyTable(Combining.of(new Joined(true)), 1 << 20);
        ByteWriter value = new ByteWriter();
        byte[] key = new byte[2];
        int keys = 5000;
        for (int i = 0; i < keys; i++) {
            key[0] = (byte) (i >> 8);
            key[1] = (byte) i;
            for (String part : List.of("a", "b", "c")) {
                value.clear();
                Codec.TEXT.write(part, value);
                assertThat(table.put(key, 0, key.length, value)).isTrue();
            }
        }
        int[] places = table.byPartition(new int[1]);
        assertThat(places).hasSize(keys);
        for (int place : places) {
            int at = table.valueAt(place);
            assertThat(new String(table.arena(), at, table.valueLength(place), StandardCharsets.UTF_8))
                    .isEqualTo("a b c");
        }
    }

    @Test
    void aRecordThatDoesNotFitIntoMemoryIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("text"), "k=" + "x".repeat(14_000) + "\n");
        Mapping<String, String> mapping = new Mapping<>(new Joined(false), new Budget(Budget.LEAST), 1, newFiles());
        assertThatThrownBy(() -> mapping.run(Inputs.divide(file, 0, 1_000_000).get(0), false))
                .isInstanceOf(JobException.class)
                .hasMessageContaining("a key and its value take 14001 bytes, more than --memory allows for");
    }

    @Test
    void aSumBeyond64BitsIsAnErrorRatherThanANumber() {
        KeyTable table = new KeyTable(Combining.of(new WordLengths()), 1 << 20);
        byte[] key = {1};
        table.add(key, 0, 1, Long.MAX_VALUE);
        assertThatThrownBy(() -> table.add(key, 0, 1, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theBudgetIsAFractionOfTheHeap() {
        assertThat(Budget.of(0, 1 << 30).bytes()).isEqualTo(64 << 20);
        assertThat(Budget.of(0, 32 << 20).bytes()).isEqualTo(8 << 20);
        assertThat(Budget.of(1 << 20, 32 << 20).bytes()).isEqualTo(1 << 20);
        assertThatThrownBy(() -> Budget.of(17 << 20, 32 << 20))
                .isInstanceOf(JobException.class)
                .hasMessage("--memory is 17408 KiB, more than half of the Spoke's heap of 32768 KiB");
        for (long bytes : new long[] {Budget.LEAST, 1 << 20, 64 << 20, 1 << 30}) {
            Budget budget = new Budget(bytes);
            assertThat(budget.table() + budget.longestLine() + budget.outputBuffer())
                    .isLessThanOrEqualTo(bytes);
            assertThat((long) budget.fanIn() * budget.mergeBuffer(budget.fanIn()) + budget.outputBuffer())
                    .isLessThanOrEqualTo(bytes);
        }
    }
}
