package org.spmjava.benchmarks.speed.peer;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.FragmentHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.spmjava.benchmarks.speed.noop.Submitter;
import org.spmjava.benchmarks.speed.noop.Workload;

/**
 * Plain Aeron over shared memory: messages of 64 bytes, scattered to two other processes and sent back. This is the
 * floor under everything that is made of Aeron: no task, no codec, no fault is known to it. At its best here: the
 * driver is invoked by the submitter's own thread, and everybody who waits yields and never sleeps.
 */
public final class AeronSubmitter implements Submitter {

    static final int MESSAGE_LENGTH = 64;
    static final int TO_WORKER = 10;
    static final int FROM_WORKER = 20;
    static final String CHANNEL = "aeron:ipc";
    static final int POLL_LIMIT = 256;

    private static final int WORKERS = 2;
    private static final int TERM_LENGTH = 16 << 20;
    private static final int DRIVER_PERIOD = 64;

    private final MediaDriver driver;
    private final Aeron aeron;
    private final List<Worker> workers = new ArrayList<>();
    private final List<ExclusivePublication> tasks = new ArrayList<>();
    private final List<Subscription> results = new ArrayList<>();
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[MESSAGE_LENGTH]);
    private final FragmentHandler counting = (buffer, offset, length, header) -> this.returned++;
    private long returned;
    private int turns;

    private AeronSubmitter(String directory) throws IOException {
        driver = MediaDriver.launchEmbedded(new MediaDriver.Context()
                .aeronDirectoryName(directory)
                .threadingMode(ThreadingMode.INVOKER)
                .ipcTermBufferLength(TERM_LENGTH)
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true));
        aeron = Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(directory)
                .driverAgentInvoker(driver.sharedAgentInvoker())
                .useConductorAgentInvoker(true));
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(Worker.start(AeronWorker.class, directory, worker));
            tasks.add(aeron.addExclusivePublication(CHANNEL, TO_WORKER + worker));
            results.add(aeron.addSubscription(CHANNEL, FROM_WORKER + worker));
        }
        while (!tasks.stream().allMatch(ExclusivePublication::isConnected)
                || !results.stream().allMatch(Subscription::isConnected)) {
            drive();
            Thread.yield();
        }
    }

    /**
     * Measures.
     *
     * @param args those of {@link Workload#run}, and a directory for the driver
     */
    public static void main(String[] args) {
        Workload.run(args, () -> new AeronSubmitter(args[2]));
    }

    @Override
    public void one() {
        many(1);
    }

    @Override
    public void many(int count) {
        long awaited = returned + count;
        int sent = 0;
        while (returned < awaited) {
            boolean moved = false;
            for (int worker = 0; worker < WORKERS; worker++) {
                for (int i = 0; i < POLL_LIMIT && sent < count && send(tasks.get(worker)); i++) {
                    sent++;
                    moved = true;
                }
                moved |= results.get(worker).poll(counting, POLL_LIMIT) > 0;
            }
            if (!moved) {
                Thread.yield();
            }
            if (++turns % DRIVER_PERIOD == 0) {
                drive();
            }
        }
    }

    private boolean send(ExclusivePublication publication) {
        return publication.offer(message) > 0;
    }

    private void drive() {
        driver.sharedAgentInvoker().invoke();
        aeron.conductorAgentInvoker().invoke();
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        aeron.close();
        driver.close();
    }
}
