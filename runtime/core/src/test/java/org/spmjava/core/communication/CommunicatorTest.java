package org.spmjava.core.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.WireFields;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.error.SPMInvariantViolation;

/** The primitives, on links that are full most of the time. */
class CommunicatorTest {

    private static final Channel<String> WORDS = Channel.of("words", Codecs.STRING);
    private static final Channel<String> OTHER_WORDS = Channel.of("other words", Codecs.STRING);
    private static final Channel<int[]> NUMBERS = Channel.of("numbers", Codecs.INTS);

    private static String all(int size) {
        return IntStream.range(0, size).mapToObj(i -> "<" + i + ">").collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reductionsKeepTheOrderOfTheRanksWhateverTheRoot(int size) {
        UnitUnderTest.run(size, size, unit -> {
            String own = "<" + unit.rank() + ">";
            for (int root = 0; root < size; root++) {
                Optional<String> reduced = unit.reduce(root, WORDS, own, String::concat);
                assertThat(reduced).isEqualTo(unit.rank() == root ? Optional.of(all(size)) : Optional.empty());
            }
            assertThat(unit.allReduce(WORDS, own, String::concat)).isEqualTo(all(size));
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void broadcastsAndGathersReachAll(int size) {
        UnitUnderTest.run(size, 10 + size, unit -> {
            for (int root = 0; root < size; root++) {
                String sent = unit.rank() == root ? "from " + root : null;
                assertThat(unit.broadcast(root, WORDS, sent)).isEqualTo("from " + root);
                Optional<List<String>> gathered = unit.aggregateRank(root, WORDS, "of " + unit.rank());
                assertThat(gathered.isPresent()).isEqualTo(unit.rank() == root);
                gathered.ifPresent(values -> assertThat(values)
                        .isEqualTo(IntStream.range(0, size)
                                .mapToObj(i -> "of " + i)
                                .toList()));
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void largeValuesAreExchangedAmongAllAtOnce(int size) {
        UnitUnderTest.run(size, 20 + size, unit -> {
            List<int[]> values = new ArrayList<>();
            for (int to = 0; to < size; to++) {
                int[] value = new int[to == 0 ? 0 : 100_000 / size * to];
                Arrays.fill(value, 100 * unit.rank() + to);
                values.add(value);
            }
            List<int[]> received = unit.exchange(NUMBERS, values);
            for (int from = 0; from < size; from++) {
                int expected = 100 * from + unit.rank();
                assertThat(received.get(from)).hasSize(values.get(unit.rank()).length);
                assertThat(Arrays.stream(received.get(from)).allMatch(it -> it == expected))
                        .isTrue();
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void largeValuesThatArePassedOnStayAsTheyAre(int size) {
        UnitUnderTest.run(size, 25 + size, unit -> {
            int[] value = IntStream.range(0, 3_000).map(i -> 7 * i).toArray();
            for (int root = 0; root < size; root++) {
                assertThat(unit.broadcast(root, NUMBERS, unit.rank() == root ? value : null))
                        .isEqualTo(value);
            }
            int[] sum = unit.allReduce(
                    NUMBERS,
                    value,
                    (left, right) -> IntStream.range(0, left.length)
                            .map(i -> left[i] + right[i])
                            .toArray());
            assertThat(sum).isEqualTo(Arrays.stream(value).map(it -> size * it).toArray());
            return null;
        });
    }

    @Test
    void aCodecMayItselfCommunicate() {
        UnitUnderTest.run(2, 35, unit -> {
            int other = 1 - unit.rank();
            PayloadCodec<String> talkative = new PayloadCodec<>() {
                @Override
                public void write(String value, WireOut out) {
                    WireFields.writeText(out, "first", value);
                    unit.send(other, OTHER_WORDS, "while writing");
                    WireFields.writeText(out, "second", value);
                }

                @Override
                public String read(WireIn in) {
                    String first = WireFields.readText(in, "first");
                    assertThat(unit.receive(other, OTHER_WORDS)).isEqualTo("while writing");
                    return first + WireFields.readText(in, "second");
                }
            };
            Channel<String> channel = Channel.of("talkative", talkative);
            unit.send(other, channel, "a");
            assertThat(unit.receive(other, channel)).isEqualTo("aa");
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 9})
    void nobodyLeavesABarrierBeforeEverybodyHasCome(int size) {
        AtomicInteger came = new AtomicInteger();
        UnitUnderTest.run(size, 30 + size, unit -> {
            for (int round = 1; round <= 20; round++) {
                came.incrementAndGet();
                unit.barrier();
                assertThat(came.get()).isGreaterThanOrEqualTo(round * size);
            }
            return null;
        });
    }

    @Test
    void valuesOfOneChannelArriveInOrderWhateverIsReceivedFirst() {
        UnitUnderTest.run(3, 40, unit -> {
            for (int to = 0; to < 3; to++) {
                for (int i = 0; i < 50; i++) {
                    unit.send(to, WORDS, "w" + i);
                    unit.send(to, OTHER_WORDS, "o" + i);
                }
            }
            for (int from = 2; from >= 0; from--) {
                for (int i = 0; i < 50; i++) {
                    assertThat(unit.receive(from, OTHER_WORDS)).isEqualTo("o" + i);
                }
                for (int i = 0; i < 50; i++) {
                    assertThat(unit.receive(from, WORDS)).isEqualTo("w" + i);
                }
            }
            return null;
        });
    }

    @Test
    void whoPollsNeverWaitsAndTakesWhatHasArrivedInItsOrder() {
        UnitUnderTest.run(3, 60, unit -> {
            int next = (unit.rank() + 1) % 3;
            int previous = (unit.rank() + 2) % 3;
            assertThat(unit.poll(unit.rank(), WORDS)).isEmpty();
            unit.send(unit.rank(), WORDS, "mine");
            assertThat(unit.poll(unit.rank(), WORDS)).contains("mine");
            List<String> polled = new ArrayList<>();
            int sent = 0;
            while (polled.size() < 50) {
                if (sent < 50) {
                    unit.send(next, WORDS, "w" + sent++);
                }
                assertThat(unit.poll(previous, OTHER_WORDS)).isEmpty();
                unit.poll(previous, WORDS).ifPresent(polled::add);
            }
            assertThat(polled)
                    .isEqualTo(IntStream.range(0, 50).mapToObj(i -> "w" + i).toList());
            unit.barrier();
            return null;
        });
    }

    @Test
    void valuesAndCollectivesDoNotMix() {
        UnitUnderTest.run(4, 50, unit -> {
            int next = (unit.rank() + 1) % 4;
            int previous = (unit.rank() + 3) % 4;
            unit.send(next, WORDS, "early");
            unit.barrier();
            unit.send(next, WORDS, "late");
            assertThat(unit.broadcast(2, WORDS, unit.rank() == 2 ? "all" : null))
                    .isEqualTo("all");
            assertThat(unit.receive(previous, WORDS)).isEqualTo("early");
            assertThat(unit.receive(previous, WORDS)).isEqualTo("late");
            return null;
        });
    }

    @Test
    void allOfThemInARowGiveTheSameForEverySeed() {
        for (int seed = 0; seed < 40; seed++) {
            int size = 2 + seed % 5;
            UnitUnderTest.run(size, 1_000 + seed, unit -> {
                int rank = unit.rank();
                for (int round = 0; round < 5; round++) {
                    unit.send((rank + round) % size, WORDS, "p" + rank + round);
                    assertThat(unit.allReduce(NUMBERS, new int[] {rank}, CommunicatorTest::sum)[0])
                            .isEqualTo(size * (size - 1) / 2);
                    unit.barrier();
                    int from = Math.floorMod(rank - round, size);
                    assertThat(unit.receive(from, WORDS)).isEqualTo("p" + from + round);
                    assertThat(unit.exchange(
                                    WORDS, List.of("a", "b", "c", "d", "e", "f").subList(0, size)))
                            .containsOnly(List.of("a", "b", "c", "d", "e", "f").get(rank));
                }
                return null;
            });
        }
    }

    private static int[] sum(int[] left, int[] right) {
        return new int[] {left[0] + right[0]};
    }

    @Test
    void whoCallsAnotherCollectiveIsToldSo() {
        for (int seed = 0; seed < 20; seed++) {
            List<Throwable> failures = UnitUnderTest.failures(4, seed, unit -> {
                unit.barrier();
                if (unit.rank() == 1) {
                    return unit.allReduce(WORDS, "x", String::concat);
                }
                unit.barrier();
                return unit.allReduce(WORDS, "x", String::concat);
            });
            assertThat(failures)
                    .isNotEmpty()
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(SPMInvariantViolation.class)
                            .hasMessageContaining("barrier, collective 2")
                            .hasMessageContaining("allReduce on 'words', collective 2"));
        }
    }

    @Test
    void whoNamesAnotherChannelOrRootIsToldSo() {
        assertThat(UnitUnderTest.failures(
                        2, 1, unit -> unit.allReduce(unit.rank() == 0 ? WORDS : OTHER_WORDS, "x", String::concat)))
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageContaining("'words'").hasMessageContaining("'other words'"));
        assertThat(UnitUnderTest.failures(2, 2, unit -> {
                    unit.broadcast(unit.rank(), WORDS, "x");
                    unit.barrier();
                    return null;
                }))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("broadcast(root "));
    }

    @Test
    void whoWaitsForATaskThatHasEndedIsToldSo() {
        assertThat(UnitUnderTest.failures(3, 4, unit -> {
                    unit.send((unit.rank() + 1) % 3, WORDS, "x");
                    if (unit.rank() != 1) {
                        return null;
                    }
                    assertThat(unit.receive(0, WORDS)).isEqualTo("x");
                    return unit.receive(2, WORDS);
                }))
                .hasSize(1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(SPMInvariantViolation.class)
                        .hasMessageContaining("rank 2")
                        .hasMessageContaining("its task has ended"));
        assertThat(UnitUnderTest.failures(3, 5, unit -> {
                    if (unit.rank() == 2) {
                        return null;
                    }
                    unit.barrier();
                    return null;
                }))
                .isNotEmpty();
    }

    @Test
    void whoWaitsForATaskWhoseProcessHasEndedIsToldSo() {
        assertThat(UnitUnderTest.failures(2, 6, unit -> {
                    if (unit.rank() == 1) {
                        unit.send(0, WORDS, "last");
                        throw new UnitUnderTest.Gone();
                    }
                    assertThat(unit.receive(1, WORDS)).isEqualTo("last");
                    for (int i = 0; i < 10; i++) {
                        unit.send(1, WORDS, "never read");
                    }
                    return unit.receive(1, WORDS);
                }))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(SPMInvariantViolation.class)
                        .hasMessageContaining("rank 1")
                        .hasMessageContaining("its process has ended"));
    }

    @Test
    void whoWaitsForATaskThatHasEndedIsToldSoAsSoonAsThereIsMemoryForALink() {
        assertThat(UnitUnderTest.failuresWithoutMemory(
                        2, 8, 2, unit -> unit.rank() == 0 ? unit.receive(1, WORDS) : null))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("its task has ended"));
    }

    @Test
    void whoWaitsForItselfIsToldSo() {
        assertThat(UnitUnderTest.failures(2, 7, unit -> unit.receive(unit.rank(), WORDS)))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("it waits for itself"));
    }

    @Test
    void aRankThatThereIsNotIsRefused() {
        assertThat(UnitUnderTest.failures(2, 3, unit -> {
                    unit.send(2, WORDS, "x");
                    return null;
                }))
                .hasSize(2)
                .hasOnlyElementsOfType(IndexOutOfBoundsException.class);
        assertThat(UnitUnderTest.failures(2, 3, unit -> unit.exchange(WORDS, List.of("one"))))
                .hasSize(2)
                .hasOnlyElementsOfType(IllegalArgumentException.class);
    }

    @Test
    void anotherThreadAndAnEndedEvaluationAreRefused() throws Exception {
        List<DefaultCommunicator> units = UnitUnderTest.run(1, 0, unit -> unit);
        Throwable[] thrown = {null};
        Thread other = new Thread(() -> {
            try {
                units.get(0).barrier();
            } catch (SPMInvariantViolation violation) {
                thrown[0] = violation;
            }
        });
        other.start();
        other.join();
        assertThat(thrown[0]).hasMessageContaining("the evaluator's thread");
        Door door = new Door();
        door.close();
        DefaultHubLink link = new DefaultHubLink(door, null, UnitUnderTest.VALUES);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> link.tell(WORDS, "x")))
                .hasMessageContaining("the evaluation is over");
    }
}
