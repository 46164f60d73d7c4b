package org.spmjava.core.agent;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.process.ProcessLauncher;
import org.spmjava.core.tracker.TrackerConfig;
import org.spmjava.core.transport.HubTransport;

/** Makes virtual clouds. */
public final class VirtualClouds {

    private static final long JOIN_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long SILENCE_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long RELAUNCH_DELAY_MIN_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long RELAUNCH_DELAY_MAX_NS = TimeUnit.SECONDS.toNanos(5);

    private VirtualClouds() {}

    /**
     * A cloud of Spokes in processes of their own; they are launched at once and join while the caller goes on.
     *
     * @param transport how messages travel, owned by the cloud from now on
     * @param launcher how processes start and end, owned by the cloud from now on
     * @param slots how many Spokes are kept up, 0 or more
     * @param onClosed called after everything was ended
     * @return the cloud
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     */
    public static VirtualCloud ofProcesses(
            HubTransport transport, SpokeLauncher launcher, int slots, Runnable onClosed) {
        requireHub();
        Observers observers = new Observers(System::nanoTime);
        AgentEngine engine = new AgentEngine(transport, launcher, observers, config(slots));
        return new Session(engine, observers, slots, onClosed);
    }

    /**
     * A cloud without processes: everything happens in the thread that calls {@code manage}, for development and
     * debugging. Programs are the same; deadlines of evaluators show only when the evaluator returns.
     *
     * @param slots how many virtual Spokes there are, 0 or more
     * @return the cloud
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     */
    public static VirtualCloud serial(int slots) {
        return serial(slots, new RealTime());
    }

    /**
     * The same under circumstances of somebody's choice, for tests: a virtual clock, Spokes that come late or are
     * killed.
     *
     * @param slots how many virtual Spokes there are, 0 or more
     * @param circumstances asked in the thread that calls {@code manage}
     * @return the cloud
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     */
    public static VirtualCloud serial(int slots, Circumstances circumstances) {
        requireHub();
        Observers observers = new Observers(circumstances::nowNs);
        // Most serial sessions start no process, and to find out how one is contained takes a while.
        AtomicReference<ProcessLauncher> launcher = new AtomicReference<>();
        ShellBackend backend =
                ShellBackend.with(() -> launcher.updateAndGet(there -> there == null ? new ProcessLauncher() : there));
        SerialEngine engine = new SerialEngine(slots, backend, observers, circumstances);
        return new Session(
                engine,
                observers,
                slots,
                () -> Optional.ofNullable(launcher.get()).ifPresent(ProcessLauncher::close));
    }

    /**
     * A door that only the Hub may use.
     *
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     */
    public static void requireHub() {
        Standing.requireHub("create a virtual cloud");
    }

    private static TrackerConfig config(int slots) {
        return new TrackerConfig(
                slots, JOIN_TIMEOUT_NS, SILENCE_TIMEOUT_NS, RELAUNCH_DELAY_MIN_NS, RELAUNCH_DELAY_MAX_NS);
    }
}
