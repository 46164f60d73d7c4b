package org.spmjava.aeron;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.LogBufferDescriptor;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.NoOpLock;
import org.agrona.concurrent.SystemNanoClock;

/** The media driver and the Hub's own client of it, both run by {@link #doWork()} and by nothing else. */
final class EmbeddedDriver implements AutoCloseable {

    private static final int COUNTERS_LENGTH = 1024 * 1024;
    private static final long FIXED_LENGTH = 12L * 1024 * 1024;
    private static final int PAGE_LENGTH = 4096;
    private static final int LARGEST_MTU = 65504;
    private static final long TIMER_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long KEEP_ALIVE_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_STEP_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FOR_EVER_MS = TimeUnit.DAYS.toMillis(10_000);
    private static final int LAST_ROUNDS = 8;

    private final DriverDirectory directory;
    private final int termBufferLength;
    private MediaDriver driver;
    private Aeron aeron;

    private EmbeddedDriver(DriverDirectory directory, int termBufferLength) {
        this.directory = directory;
        this.termBufferLength = termBufferLength;
    }

    /**
     * Starts both.
     *
     * @param beforehand makes, in the configuration's directory, what has to be there before anybody finds the driver
     * @throws java.io.UncheckedIOException if the directory cannot be used or has no room
     */
    static EmbeddedDriver start(AeronConfiguration configuration, Runnable beforehand) {
        DriverDirectory directory = DriverDirectory.prepare(configuration.directory());
        EmbeddedDriver started = new EmbeddedDriver(directory, configuration.termBufferLength());
        try {
            directory.requireSpace(FIXED_LENGTH + 2 * started.logLength());
            beforehand.run();
            ErrorHandler errors = new ErrorLog("Aeron in the Hub");
            started.driver = MediaDriver.launch(driverContext(configuration, directory, errors));
            started.driver.sharedAgentInvoker().invoke();
            started.aeron = Aeron.connect(clientContext(directory, errors, started.driver));
            return started;
        } catch (RuntimeException | Error e) {
            started.close();
            throw e;
        }
    }

    private static MediaDriver.Context driverContext(
            AeronConfiguration configuration, DriverDirectory directory, ErrorHandler errors) {
        long livenessNs = configuration.livenessTimeout().toNanos();
        MediaDriver.Context context = new MediaDriver.Context()
                .aeronDirectoryName(directory.driver().toString())
                .dirDeleteOnStart(false) // a dead driver's is replaced even so, a live one's never
                .dirDeleteOnShutdown(true)
                .warnIfDirectoryExists(false)
                .threadingMode(ThreadingMode.INVOKER)
                .asyncExecutorEnabled(false)
                .ipcTermBufferLength(configuration.termBufferLength())
                .ipcMtuLength(Math.min(LARGEST_MTU, configuration.termBufferLength() / 8))
                .filePageSize(PAGE_LENGTH)
                .termBufferSparseFile(false)
                .performStorageChecks(true)
                .lowStorageWarningThreshold(0)
                .counterValuesBufferLength(COUNTERS_LENGTH)
                .counterFreeToReuseTimeoutNs(livenessNs)
                .clientLivenessTimeoutNs(livenessNs)
                .imageLivenessTimeoutNs(livenessNs)
                .publicationUnblockTimeoutNs(livenessNs + TimeUnit.SECONDS.toNanos(5))
                .publicationLingerTimeoutNs(TIMER_INTERVAL_NS)
                .timerIntervalNs(TIMER_INTERVAL_NS)
                .errorHandler(errors);
        context.driverTimeoutMs(configuration.livenessTimeout().toMillis());
        return context;
    }

    private static Aeron.Context clientContext(DriverDirectory directory, ErrorHandler errors, MediaDriver driver) {
        return new Aeron.Context()
                .aeronDirectoryName(directory.driver().toString())
                .useConductorAgentInvoker(true)
                .driverAgentInvoker(driver.sharedAgentInvoker())
                .clientLock(NoOpLock.INSTANCE)
                .nanoClock(new UnpausedClock(LONGEST_STEP_NS, SystemNanoClock.INSTANCE))
                .driverTimeoutMs(FOR_EVER_MS) // it is run by the same thread
                .keepAliveIntervalNs(KEEP_ALIVE_INTERVAL_NS)
                .closeLingerDurationNs(0)
                .clientName("hub")
                .errorHandler(errors);
    }

    Aeron aeron() {
        return aeron;
    }

    String channel() {
        return CommonContext.IPC_CHANNEL;
    }

    String driverDirectory() {
        return directory.driver().toString();
    }

    /** What one direction of one Spoke takes, in bytes. */
    long logLength() {
        return LogBufferDescriptor.computeLogLength(termBufferLength, PAGE_LENGTH);
    }

    void requireSpace(long bytes) {
        directory.requireSpace(bytes);
    }

    boolean isClosed() {
        return aeron.isClosed()
                || !aeron.conductorAgentInvoker().isRunning()
                || !driver.sharedAgentInvoker().isRunning();
    }

    /** Client first: after a pause it says that it is alive, before the driver looks whether it is. */
    int doWork() {
        return Invokers.invoke(aeron.conductorAgentInvoker()) + Invokers.invoke(driver.sharedAgentInvoker());
    }

    /** Closes the client, lets the driver tell the Spokes, closes the driver, and removes the files. */
    @Override
    public void close() {
        if (aeron != null) {
            CloseHelper.quietClose(aeron);
            for (int i = 0; i < LAST_ROUNDS; i++) {
                Invokers.invoke(driver.sharedAgentInvoker());
            }
        }
        CloseHelper.quietClose(driver);
        directory.close();
    }
}
