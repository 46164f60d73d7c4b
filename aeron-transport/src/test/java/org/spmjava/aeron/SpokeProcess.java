package org.spmjava.aeron;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.logbuffer.BufferClaim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spmjava.core.transport.SendResult;

/** A Spoke in a process of its own, as tests need it; also the handle that a test has of one. */
final class SpokeProcess implements AutoCloseable {

    /** Sends {@link #FLOOD} numbers and then what it gets; says "closed" when it is. */
    static final String FLOOD_AND_ECHO = "flood-and-echo";
    /** Sends what it gets; says "closed" when it is. */
    static final String ECHO = "echo";
    /** Sends one message and begins to write another; says "claimed". */
    static final String CLAIM = "claim";

    /** Sends {@link #PEER_FLOOD} numbers to Spoke 2; says "flooded", and takes nothing from anybody. */
    static final String FLOOD_PEER = "flood-peer";
    /**
     * Sends {@link #EXCHANGED} large messages to Spoke 1 or 2, and takes as many; says "exchanged" or what is wrong.
     */
    static final String EXCHANGE = "exchange";

    /** Parks between messages, and sends the Hub what it gets; in the end says how many wake-ups were late. */
    static final String PARK_AND_ECHO = "park-and-echo";
    /** The same with one Spoke in between: what the Hub sends goes to Spoke 1, and what that sends back to the Hub. */
    static final String PARK_AND_PASS = "park-and-pass";

    static final int FLOOD = 3_000;
    static final int PEER_FLOOD = 500;
    static final int EXCHANGED = 8;
    static final int EXCHANGED_LENGTH = 5 * 1024 * 1024;

    private static final int END_AFTER_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;

    private SpokeProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static SpokeProcess launch(String role, List<String> transportArguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SpokeProcess.class.getName(),
                role));
        command.addAll(transportArguments);
        try {
            return new SpokeProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process has said something that was not read yet. */
    boolean hasSpoken() {
        try {
            return output.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String line() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, and the end of it. */
    void kill() {
        process.destroyForcibly();
        Bench.until(() -> {}, () -> !process.isAlive());
    }

    void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** The program: a role, then the transport's arguments. It ends by itself when a test has forgotten it. */
    public static void main(String[] args) {
        List<String> transportArguments = List.of(args).subList(1, args.length);
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_AFTER_SECONDS);
        if (args[0].equals(CLAIM)) {
            claim(SpokeArguments.parse(transportArguments), endNs);
            return;
        }
        try (AeronSpokeTransport spoke = AeronSpokeTransport.connect(transportArguments)) {
            if (args[0].equals(EXCHANGE)) {
                long self = SpokeArguments.parse(transportArguments).incarnation();
                System.out.println(exchange(spoke, self, 3 - self, endNs));
            }
            if (args[0].equals(PARK_AND_ECHO) || args[0].equals(PARK_AND_PASS)) {
                System.out.println("late " + new ParkedSpoke(spoke, args[0].equals(PARK_AND_PASS)).run(endNs));
                return;
            }
            if (args[0].equals(FLOOD_PEER)) {
                for (int i = 0; i < PEER_FLOOD; i++) {
                    ByteBuffer message = ByteBuffer.allocate(4).putInt(i).flip();
                    while (spoke.sendTo(2, message) != SendResult.SENT) {
                        spoke.doWork();
                        Thread.yield();
                    }
                }
                System.out.println("flooded");
            }
            if (args[0].equals(FLOOD_AND_ECHO)) {
                for (int i = 0; i < FLOOD; i++) {
                    send(spoke, ByteBuffer.allocate(4).putInt(i).flip());
                }
                System.out.println("flooded");
            }
            while (!spoke.isClosed() && System.nanoTime() - endNs < 0) {
                spoke.doWork();
                if (spoke.poll(message -> send(spoke, message), 10) == 0) {
                    Thread.yield();
                }
            }
            for (int i = 0; i < 3; i++) {
                spoke.doWork();
                spoke.poll(message -> {}, 1);
            }
            System.out.println(spoke.isClosed() ? "closed " + spoke.send(ByteBuffer.allocate(1)) : "open");
        }
    }

    private static String exchange(AeronSpokeTransport spoke, long self, long other, long endNs) {
        int sent = 0;
        int[] seen = {0, 0};
        ByteBuffer expected = Bench.pattern((int) other, EXCHANGED_LENGTH);
        ByteBuffer message = Bench.pattern((int) self, EXCHANGED_LENGTH);
        while (sent < EXCHANGED || seen[0] < EXCHANGED || !spoke.isFlushed()) {
            if (System.nanoTime() - endNs > 0 || spoke.isClosed()) {
                return "stuck after " + sent + " and " + seen[0];
            }
            spoke.doWork();
            if (sent < EXCHANGED && spoke.sendTo(other, message) == SendResult.SENT) {
                sent++;
            }
            spoke.pollPeers(
                    (from, received) -> {
                        seen[0]++;
                        seen[1] += from == other && received.equals(expected) ? 1 : 0;
                    },
                    1);
            Thread.yield();
        }
        return seen[1] == EXCHANGED ? "exchanged" : "damaged";
    }

    static void send(AeronSpokeTransport spoke, ByteBuffer message) {
        while (spoke.send(message) == SendResult.BACK_PRESSURE) {
            spoke.doWork();
            Thread.yield();
        }
    }

    private static void claim(SpokeArguments arguments, long endNs) {
        Aeron aeron = Aeron.connect(
                new Aeron.Context().aeronDirectoryName(arguments.directory().toString()));
        ExclusivePublication publication = aeron.addExclusivePublication(
                "aeron:ipc?session-id=" + arguments.incarnation(), arguments.toHubStream());
        BufferClaim claim = new BufferClaim();
        while (publication.tryClaim(Frame.HEADER_LENGTH, claim) < 0) {
            Thread.yield();
        }
        Frame.write(claim.buffer(), claim.offset(), Frame.BEGIN | Frame.END, 0, arguments.incarnation());
        claim.commit();
        publication.tryClaim(Frame.HEADER_LENGTH, claim);
        System.out.println("claimed");
        while (System.nanoTime() - endNs < 0) {
            Thread.yield();
        }
    }
}
