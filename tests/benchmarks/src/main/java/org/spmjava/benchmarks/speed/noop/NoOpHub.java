package org.spmjava.benchmarks.speed.noop;

import java.lang.management.ManagementFactory;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.VirtualCloud;
import org.spmjava.benchmarks.speed.Told;

/** SPM.Java as its users have it: a session with default options but for the number of Spokes, and lists of tasks. */
final class NoOpHub implements Submitter {

    /** What is measured beside what the peers do. */
    static final String HEAP = "Hub heap a queued task";

    static final String ALL_SPOKES = "result with all Spokes there";

    private final VirtualCloud cloud;
    private final NoOp noOp;

    private NoOpHub(int spokes) {
        cloud = AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(spokes));
        noOp = new NoOp(cloud);
    }

    /**
     * Measures.
     *
     * @param args those of {@link Workload#run}, and the number of Spokes
     */
    public static void main(String[] args) throws Exception {
        int spokes = Integer.parseInt(args[2]);
        Workload.run(args, () -> new NoOpHub(spokes), (workload, submitter, scale) -> {
            NoOpHub hub = (NoOpHub) submitter;
            if (workload == Workload.NOOPS) {
                Told.figure(HEAP, hub.weigh(Workload.scaled(Workload.TASKS, scale)));
            } else if (workload == Workload.COLD_START) {
                hub.manage(1, SpokeCount.of(spokes));
                Told.reached(ALL_SPOKES);
            }
        });
    }

    @Override
    public void one() throws Exception {
        manage(1, SpokeCount.DEFAULT);
    }

    @Override
    public void many(int tasks) throws Exception {
        manage(tasks, SpokeCount.DEFAULT);
    }

    private void manage(int tasks, SpokeCount atLeast) throws Exception {
        noOp.push(tasks);
        noOp.manage(cloud.intraAll(), atLeast, tasks);
    }

    /** What a queued task takes, in bytes; then it is managed like any other. */
    private double weigh(int tasks) throws Exception {
        long before = usedBytes();
        noOp.push(tasks);
        double weight = (usedBytes() - before) / (double) tasks;
        noOp.manage(cloud.intraAll(), SpokeCount.DEFAULT, tasks);
        return weight;
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
