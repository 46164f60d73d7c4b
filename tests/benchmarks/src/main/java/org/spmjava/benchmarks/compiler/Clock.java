package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Time on the wall and on the processors. A neighbour on the machine changes the first much and the second little.
 *
 * @param wallMs elapsed, in ms
 * @param cpuMs of all threads of this process and of the processes that it has awaited, in ms; of this process alone
 *     where there is no {@code /proc}
 */
record Clock(double wallMs, double cpuMs) {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final double NS_PER_MS = 1e6;

    /** Of a tick: Linux says it in hundredths of a second, whatever its own clock does. */
    private static final double MS_PER_TICK = 10;

    /** Fields of {@code proc(5)}, counted from the first behind the name in brackets. */
    private static final int UTIME = 11;

    private static final int FIELDS = 4;

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Clock time(Work work) throws Exception {
        Clock before = now();
        work.run();
        Clock after = now();
        return new Clock(after.wallMs - before.wallMs, after.cpuMs - before.cpuMs);
    }

    private static Clock now() throws IOException {
        return new Clock(System.nanoTime() / NS_PER_MS, processorMs());
    }

    private static double processorMs() throws IOException {
        if (!Files.isReadable(STAT)) {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                            .getProcessCpuTime()
                    / NS_PER_MS;
        }
        String stat = Files.readString(STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = UTIME; i < UTIME + FIELDS; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * MS_PER_TICK;
    }
}
