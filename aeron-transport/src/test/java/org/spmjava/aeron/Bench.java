package org.spmjava.aeron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.spmjava.core.transport.SendResult;

/** A Hub and Spokes in one thread, which turns all their wheels while it waits for something. */
final class Bench implements AutoCloseable {

    static final Duration DEADLINE = Duration.ofSeconds(20);

    final Path directory;
    final AeronHubTransport hub;
    final List<AeronSpokeTransport> spokes = new ArrayList<>();

    Bench() {
        this(UnaryOperator.identity());
    }

    Bench(UnaryOperator<AeronConfiguration> configure) {
        directory = freshDirectory();
        hub = AeronHubTransport.start(configure.apply(AeronConfiguration.in(directory.resolve("aeron"))));
    }

    /** In shared memory where there is some; removed by {@link #close()}. */
    static Path freshDirectory() {
        try {
            Path shared = Path.of("/dev/shm");
            return Files.isWritable(shared)
                    ? Files.createTempDirectory(shared, "spm-aeron-test-")
                    : Files.createTempDirectory("spm-aeron-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects a Spoke of this process, and waits until both ways are open. */
    AeronSpokeTransport spoke(long incarnation) {
        return connect(incarnation, hub.open(incarnation));
    }

    /** The same with arguments that were tampered with. */
    AeronSpokeTransport connect(long incarnation, List<String> args) {
        AeronSpokeTransport spoke = AeronSpokeTransport.connect(args);
        spokes.add(spoke);
        ByteBuffer hello = ByteBuffer.allocate(0);
        until(() -> spoke.send(hello) == SendResult.SENT);
        until(() -> hub.send(incarnation, hello) == SendResult.SENT);
        int[] greeted = {0};
        until(() -> {
            hub.poll((from, message) -> greeted[0] += from == incarnation ? 1 : 0, 1);
            spoke.poll(message -> greeted[0]++, 1);
            return greeted[0] == 2;
        });
        return spoke;
    }

    void turn() {
        hub.doWork();
        spokes.forEach(AeronSpokeTransport::doWork);
    }

    /** Turns everything until a condition holds, or fails at the deadline. */
    void until(BooleanSupplier condition) {
        until(this::turn, condition);
    }

    static void until(Runnable turn, BooleanSupplier condition) {
        long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNs > DEADLINE.toNanos()) {
                Assertions.fail("not within " + DEADLINE);
            }
            turn.run();
            Thread.yield();
        }
    }

    /** Turns everything for a while; for what must not happen. */
    void turnFor(Duration duration) {
        long endNs = System.nanoTime() + duration.toNanos();
        until(() -> System.nanoTime() - endNs > 0);
    }

    List<Path> files() {
        return files(directory);
    }

    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> !path.equals(directory)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The logs of publications: two for each connected Spoke, and one for each direction of a link. */
    long logs() {
        return files().stream()
                .filter(path -> path.toString().endsWith(".logbuffer"))
                .count();
    }

    /** Bytes that tell where they are and which message they belong to. */
    static ByteBuffer pattern(int seed, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (31 * seed + i + (i >> 8) * 7 + (i >> 16) * 13);
        }
        return ByteBuffer.wrap(bytes);
    }

    static ByteBuffer copy(ByteBuffer message) {
        return ByteBuffer.allocate(message.remaining()).put(message).flip();
    }

    static long millisSince(long startNs) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
    }

    /** Closes everything and checks that nothing is left behind. */
    @Override
    public void close() {
        spokes.forEach(AeronSpokeTransport::close);
        hub.close();
        Assertions.assertThat(files()).isEmpty();
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
