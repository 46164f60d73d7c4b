package org.spmjava.benchmarks.primitives;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.FragmentHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.spmjava.benchmarks.speed.Told;

/**
 * A round trip between two processes over nothing but Aeron IPC, as fast as it goes: exclusive publications, both sides
 * spin, and the driver is run by one of them. A message is one fragment, copied into the log and looked at where it is.
 */
public final class PlainAeron {

    private static final int PING_STREAM = 1;
    private static final int PONG_STREAM = 2;
    private static final int TERM_LENGTH = 16 * 1024 * 1024;
    private static final int LONGEST_MTU = 65504;
    private static final int FRAGMENTS = 10;
    private static final int DUTY_MASK = 0x3FF;
    private static final long WARM_UP_NS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final long SAMPLE_NS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int SAMPLES = 3;
    private static final int BATCH = 200;
    private static final double NS_PER_US = 1e3;

    private final Aeron aeron;
    private final Runnable duty;
    private final ExclusivePublication out;
    private final Subscription in;
    private long received;
    private int turns;

    private PlainAeron(Aeron aeron, Runnable driver, int to, int from) {
        this.aeron = aeron;
        this.duty = () -> {
            driver.run();
            aeron.conductorAgentInvoker().invoke();
        };
        String channel = CommonContext.IPC_CHANNEL + "?term-length=" + TERM_LENGTH + "|mtu=" + LONGEST_MTU;
        long publication = aeron.asyncAddExclusivePublication(channel, to);
        long subscription = aeron.asyncAddSubscription(CommonContext.IPC_CHANNEL, from);
        ExclusivePublication added = null;
        Subscription subscribed = null;
        while (added == null || subscribed == null || !added.isConnected() || subscribed.hasNoImages()) {
            duty.run();
            added = added == null ? aeron.getExclusivePublication(publication) : added;
            subscribed = subscribed == null ? aeron.getSubscription(subscription) : subscribed;
        }
        this.out = added;
        this.in = subscribed;
    }

    /**
     * Without arguments: starts the other process, measures, and says what it found. With one: is that process.
     *
     * @param args the driver's directory, or nothing
     */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            answer(args[0]);
        } else {
            measure();
        }
    }

    private static Aeron connect(String directory) {
        return Aeron.connect(new Aeron.Context().aeronDirectoryName(directory).useConductorAgentInvoker(true));
    }

    private static void measure() throws Exception {
        MediaDriver.Context context = new MediaDriver.Context()
                .aeronDirectoryName(CommonContext.generateRandomDirName())
                .threadingMode(ThreadingMode.INVOKER)
                .ipcMtuLength(LONGEST_MTU)
                .dirDeleteOnShutdown(true);
        try (MediaDriver driver = MediaDriver.launch(context)) {
            Process peer = startPeer(driver.aeronDirectoryName());
            try (Aeron aeron = connect(driver, driver.aeronDirectoryName())) {
                Runnable invoker = () -> driver.sharedAgentInvoker().invoke();
                PlainAeron ping = new PlainAeron(aeron, invoker, PING_STREAM, PONG_STREAM);
                for (int bytes : PrimitivesProgram.LENGTHS) {
                    ping.measure(bytes);
                }
                Told.end();
            } finally {
                peer.destroyForcibly().waitFor();
            }
        }
    }

    private static Aeron connect(MediaDriver driver, String directory) {
        return Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(directory)
                .driverAgentInvoker(driver.sharedAgentInvoker())
                .useConductorAgentInvoker(true));
    }

    private static Process startPeer(String directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PlainAeron.class.getName(), directory));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void measure(int bytes) {
        UnsafeBuffer message = new UnsafeBuffer(new byte[fragment(bytes)]);
        int pieces = bytes / message.capacity() + (bytes % message.capacity() == 0 ? 0 : 1);
        FragmentHandler counted = (buffer, offset, length, header) -> received++;
        roundTrips(message, pieces, counted, WARM_UP_NS);
        for (int sample = 0; sample < SAMPLES; sample++) {
            Told.figure(Measure.ROUND_TRIP.figure(bytes, 2), roundTrips(message, pieces, counted, SAMPLE_NS));
        }
    }

    /** The largest piece of a message: 64 KB are two, since a fragment has a header. */
    private int fragment(int bytes) {
        return bytes <= out.maxPayloadLength() ? bytes : bytes / 2;
    }

    private double roundTrips(UnsafeBuffer message, int pieces, FragmentHandler counted, long forNs) {
        long startNs = System.nanoTime();
        long times = 0;
        while (true) {
            for (int i = 0; i < BATCH; i++) {
                received = 0;
                for (int piece = 0; piece < pieces; piece++) {
                    offer(message, message.capacity());
                }
                while (received < pieces) {
                    if (in.poll(counted, FRAGMENTS) == 0) {
                        spin();
                    }
                }
            }
            times += BATCH;
            long elapsedNs = System.nanoTime() - startNs;
            if (elapsedNs > forNs) {
                return elapsedNs / NS_PER_US / times;
            }
        }
    }

    private void offer(UnsafeBuffer buffer, int length) {
        while (out.offer(buffer, 0, length) < 0) {
            duty.run();
        }
    }

    private void spin() {
        if ((++turns & DUTY_MASK) == 0) {
            duty.run();
        }
        Thread.onSpinWait();
    }

    private static void answer(String directory) {
        try (Aeron aeron = connect(directory)) {
            PlainAeron pong = new PlainAeron(aeron, () -> {}, PONG_STREAM, PING_STREAM);
            UnsafeBuffer copy = new UnsafeBuffer(new byte[LONGEST_MTU]);
            FragmentHandler answered = (buffer, offset, length, header) -> {
                copy.putBytes(0, buffer, offset, length);
                pong.offer(copy, length);
            };
            while (!aeron.isClosed()) {
                if (pong.in.poll(answered, FRAGMENTS) == 0) {
                    pong.spin();
                }
            }
        }
    }
}
