package org.spmjava.aeron;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.error.SPMError;
import org.spmjava.core.agent.ContainedSpokes;
import org.spmjava.core.agent.VirtualClouds;
import org.spmjava.core.process.ClassArchive;
import org.spmjava.core.process.Containment;
import org.spmjava.core.process.Janitor;
import org.spmjava.core.process.JvmCommand;
import org.spmjava.core.process.ProcessLauncher;
import org.spmjava.core.process.SessionDirectory;

/**
 * Virtual clouds on this host: the Hub in this JVM with an embedded Aeron driver, Spokes as contained JVMs beside it.
 *
 * <p>Whatever ends the Hub ends them too, and a janitor then removes the session's files.
 */
public final class AeronVirtualCloud {

    private static final Logger LOG = LoggerFactory.getLogger(AeronVirtualCloud.class);

    private static final long DRIVER_BYTES = 16L << 20;
    private static final long BYTES_PER_SPOKE = 8L << 20;

    private AeronVirtualCloud() {}

    /**
     * Creates a virtual cloud; Spokes are launched at once and join while the caller goes on.
     *
     * @param options how many Spokes, and how they run
     * @return the cloud
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     * @throws SPMError if this JVM was started without what Aeron needs, or shared memory or temporary files cannot be
     *     had
     */
    public static VirtualCloud createAsync(CloudOptions options) {
        VirtualClouds.requireHub();
        JvmFlags.require();
        // Needed by the first process, and by none of what comes before it.
        Containment.probeInBackground();
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            SessionDirectory.sweepLeftovers();
            SessionDirectory session = SessionDirectory.create();
            opened.push(session);
            Janitor janitor = Janitor.start(session);
            // The janitor goes last: until the files are gone it stands by to remove them.
            opened.pop();
            opened.push(janitor);
            opened.push(session);
            session.requireSharedMemory(DRIVER_BYTES + options.spokeCount() * BYTES_PER_SPOKE);
            ProcessLauncher launcher = new ProcessLauncher();
            opened.push(launcher);
            LOG.debug("Containment: {}", launcher.containment().describe());
            AeronConfiguration configuration =
                    AeronConfiguration.in(session.sharedMemory().resolve("aeron"));
            JvmCommand jvm = JvmCommand.of(AeronSpoke.class.getName())
                    .maxHeapBytes(options.spokeHeapBytes().orElse(0))
                    .extraFlags(options.spokeJvmFlags());
            ClassArchive archive = ClassArchive.of(jvm);
            opened.push(archive);
            ContainedSpokes spokes = new ContainedSpokes(launcher, session, archive.applied(), options.lease());
            opened.push(spokes);
            // A JVM takes longer to start than the driver that it looks for.
            for (int slot = 0; slot < options.spokeCount(); slot++) {
                long incarnation = slot + 1L;
                spokes.prepare(slot, incarnation, AeronHubTransport.arguments(configuration, incarnation));
            }
            AeronHubTransport transport = AeronHubTransport.start(configuration, options.spokeCount());
            transport.onConnected(spokes::started);
            opened.push(transport);
            archive.makeInBackground(launcher, session, SpokeRehearsal.class.getName());
            VirtualCloud cloud =
                    VirtualClouds.ofProcesses(transport, spokes, options.spokeCount(), () -> closeAll(opened));
            // The cloud closes them, but not under a thread that may still use it.
            opened.remove(transport);
            opened.remove(spokes);
            return cloud;
        } catch (IOException | RuntimeException failed) {
            closeAll(opened);
            throw new SPMError("the virtual cloud could not be created: " + failed.getMessage(), failed);
        }
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                LOG.warn("Something of the session could not be closed.", failed);
            }
        }
    }
}
