package org.spmjava.examples.common;

import java.nio.file.Path;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of whatever makes a virtual cloud. */
public final class SessionOptions {

    private static final long MEBIBYTE = 1 << 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--serial",
            description = "Run everything in this process and thread, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-j", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    @Option(
            names = "--spoke-heap",
            paramLabel = "MIB",
            description = "The heap of each Spoke; by default a share of this machine's memory.")
    private Long spokeHeapMebibytes;

    @Option(
            names = "--timeline",
            paramLabel = "FILE",
            description = "Write a timeline, in Chrome's trace format: opens in Perfetto.")
    private Path timeline;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report, one HTML file: who did what, when, and how it ended.")
    private Path report;

    /**
     * The pictures that the options ask for.
     *
     * @param title of the report
     * @return to be opened before the virtual cloud, and closed after it
     */
    public Pictures pictures(String title) {
        return new Pictures(title, timeline, report);
    }

    /**
     * Makes the virtual cloud that the options describe.
     *
     * @return a new one, to be closed by the caller
     * @throws ParameterException if an option makes no sense
     */
    public VirtualCloud createCloud() {
        CloudOptions options = CloudOptions.defaults();
        if (spokes != null) {
            require(spokes >= 1, "--spokes is at least 1, not " + spokes);
            options = options.withSpokes(spokes);
        }
        if (spokeHeapMebibytes != null) {
            require(spokeHeapMebibytes >= 8, "--spoke-heap is at least 8 MiB, not " + spokeHeapMebibytes);
            options = options.withSpokeHeapBytes(spokeHeapMebibytes * MEBIBYTE);
        }
        return serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options);
    }

    /**
     * Whether everything runs in this process.
     *
     * @return false if Spokes are processes of their own
     */
    public boolean isSerial() {
        return serial;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), what);
        }
    }
}
