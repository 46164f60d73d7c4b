package org.spmjava.core.communication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.core.agent.Wires;

/**
 * A unit whose members are threads and whose links are short queues. Links refuse messages without need and members
 * take in what has arrived piecemeal, both by chance of a seed.
 */
final class UnitUnderTest {

    /** As on a Spoke. */
    static final Values VALUES = new Values() {
        @Override
        public <T> byte[] encode(PayloadCodec<T> codec, T value) {
            return new Wires().encode(codec, value);
        }

        @Override
        public <T> T decode(PayloadCodec<T> codec, byte[] encoded) {
            return Wires.decode(codec, encoded);
        }

        @Override
        public ValueBuffer buffer() {
            return new Wires();
        }
    };

    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final int COMMAND = 7;
    private static final int CAPACITY = 2;

    private final int size;
    private final long seed;
    private final List<UnitMail> mails = new ArrayList<>();
    private final List<Incoming> incomings = new ArrayList<>();
    private final List<List<ArrayDeque<byte[]>>> links = new ArrayList<>();
    private final BitSet gone = new BitSet();
    private boolean failed;
    private int ended;

    private int unopened;

    /** What a member does. */
    interface Body<T> {
        T run(DefaultCommunicator unit) throws Exception;
    }

    /** Makes a handle. */
    interface Maker<C extends DefaultCommunicator> {
        C make(Door door, HubLine line, Values values, Peers peers);
    }

    /** What a member does with a handle. */
    interface BodyOf<C, T> {
        T run(C unit) throws Exception;
    }

    /** What came out of a member: a value or a failure; neither if it was ended because another one failed. */
    record Outcome<T>(T value, Throwable failure) {}

    /** Thrown by a member whose process is to end as if it had returned before. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    private UnitUnderTest(int size, long seed) {
        this.size = size;
        this.seed = seed;
        List<Long> incarnations =
                IntStream.range(0, size).mapToObj(i -> 100L + i).toList();
        for (int i = 0; i < size; i++) {
            mails.add(new UnitMail());
            incomings.add(mails.get(i).form(COMMAND, incarnations));
            List<ArrayDeque<byte[]>> from = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                from.add(new ArrayDeque<>());
            }
            links.add(from);
        }
    }

    /** Runs a body on all members; all must return. */
    static <T> List<T> run(int size, long seed, Body<T> body) {
        return run(size, seed, DefaultCommunicator::new, body::run);
    }

    static <C extends DefaultCommunicator, T> List<T> run(int size, long seed, Maker<C> maker, BodyOf<C, T> body) {
        List<T> values = new ArrayList<>();
        for (Outcome<T> outcome : outcomes(size, seed, maker, body)) {
            if (outcome.failure() != null) {
                throw new AssertionError("size " + size + ", seed " + seed, outcome.failure());
            }
            values.add(outcome.value());
        }
        return values;
    }

    /** The failures of those that failed; at least one must, and nobody may hang. */
    static List<Throwable> failures(int size, long seed, Body<?> body) {
        return outcomes(size, seed, DefaultCommunicator::new, body::run).stream()
                .map(Outcome::failure)
                .filter(failure -> failure != null)
                .toList();
    }

    /** The same where so many sends find that there is no memory for a link. */
    static List<Throwable> failuresWithoutMemory(int size, long seed, int sends, Body<?> body) {
        UnitUnderTest unit = new UnitUnderTest(size, seed);
        unit.unopened = sends;
        return unit.all(DefaultCommunicator::new, body::run).stream()
                .map(Outcome::failure)
                .filter(failure -> failure != null)
                .toList();
    }

    static <C extends DefaultCommunicator, T> List<Outcome<T>> outcomes(
            int size, long seed, Maker<C> maker, BodyOf<C, T> body) {
        return new UnitUnderTest(size, seed).all(maker, body);
    }

    private <C extends DefaultCommunicator, T> List<Outcome<T>> all(Maker<C> maker, BodyOf<C, T> body) {
        List<Outcome<T>> outcomes = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int rank = i;
            outcomes.add(null);
            Thread thread = new Thread(() -> {
                Outcome<T> outcome = one(maker, body, rank);
                synchronized (this) {
                    outcomes.set(rank, outcome);
                    failed |= outcome.failure() != null;
                }
            });
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        long startNs = System.nanoTime();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(DEADLINE_NS - (System.nanoTime() - startNs))));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (thread.isAlive()) {
                Assertions.fail("stuck: size %d, seed %d: %s", size, seed, List.of(thread.getStackTrace()));
            }
        }
        return outcomes;
    }

    private <C extends DefaultCommunicator, T> Outcome<T> one(Maker<C> maker, BodyOf<C, T> body, int rank) {
        try {
            Member member = new Member(rank);
            T value = body.run(maker.make(new Door(), null, VALUES, member));
            member.end();
            return new Outcome<>(value, null);
        } catch (Gone process) {
            synchronized (this) {
                gone.set(rank);
                ended++;
            }
            return new Outcome<>(null, null);
        } catch (Ended anotherFailed) {
            return new Outcome<>(null, null);
        } catch (Throwable failure) {
            return new Outcome<>(null, failure);
        }
    }

    private final class Member implements Peers {
        private final int rank;
        private final Random random;

        private Member(int rank) {
            this.rank = rank;
            this.random = new Random(31 * seed + rank);
        }

        /** Lives on until all have ended, as a Spoke does. */
        private void end() {
            synchronized (UnitUnderTest.this) {
                ended++;
            }
            incoming().close();
            while (true) {
                synchronized (UnitUnderTest.this) {
                    if (failed || ended == size) {
                        return;
                    }
                }
                poll();
                Handles.tellEnded(this);
                Thread.yield();
            }
        }

        @Override
        public int rank() {
            return rank;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int command() {
            return COMMAND;
        }

        @Override
        public int maxMessageLength() {
            return Envelope.leastPieceLength() + 1_000;
        }

        @Override
        public boolean send(int to, ByteBuffer message) {
            synchronized (UnitUnderTest.this) {
                ArrayDeque<byte[]> link = links.get(rank).get(to);
                if (gone.get(to)) {
                    return true;
                }
                if (unopened > 0) {
                    unopened--;
                    throw new UncheckedIOException("no memory", new IOException());
                }
                if (link.size() == CAPACITY || random.nextInt(3) == 0) {
                    return false;
                }
                byte[] copy = new byte[message.remaining()];
                message.duplicate().get(copy);
                link.addLast(copy);
                return true;
            }
        }

        @Override
        public boolean isGone(int other) {
            synchronized (UnitUnderTest.this) {
                return gone.get(other);
            }
        }

        @Override
        public boolean poll() {
            synchronized (UnitUnderTest.this) {
                boolean any = false;
                for (int from = 0; from < size; from++) {
                    ArrayDeque<byte[]> link = links.get(from).get(rank);
                    while (!link.isEmpty() && random.nextInt(3) > 0) {
                        mails.get(rank).accept(100L + from, ByteBuffer.wrap(link.removeFirst()));
                        any = true;
                    }
                }
                return any;
            }
        }

        @Override
        public Incoming incoming() {
            return incomings.get(rank);
        }

        @Override
        public long nowNs() {
            return System.nanoTime();
        }

        @Override
        public void idle(long idleNs, Supplier<String> waiting) {
            synchronized (UnitUnderTest.this) {
                if (failed) {
                    throw new Ended();
                }
            }
            Thread.yield();
        }
    }
}
