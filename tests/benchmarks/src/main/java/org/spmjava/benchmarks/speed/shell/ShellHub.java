package org.spmjava.benchmarks.speed.shell;

import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.VirtualCloud;
import org.spmjava.benchmarks.speed.Told;

/** Ours: commands as tasks, each contained, on two Spokes. */
final class ShellHub {

    private static final int SPOKES = 2;
    private static final int WARMING = 40;

    private ShellHub() {}

    /**
     * Runs commands in a session that is open.
     *
     * @param args by threes: what the figure is called, the command, and how often it is run
     */
    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(SPOKES))) {
            ShellTasks tasks = new ShellTasks(cloud);
            tasks.run(cloud.intraAll(), SpokeCount.of(SPOKES), args[1], WARMING);
            for (int i = 0; i < args.length; i += 3) {
                long sinceNs = System.nanoTime();
                tasks.run(cloud.intraAll(), SpokeCount.DEFAULT, args[i + 1], Integer.parseInt(args[i + 2]));
                Told.figure(args[i], (System.nanoTime() - sinceNs) / 1e6);
            }
            Told.end();
        }
    }
}
