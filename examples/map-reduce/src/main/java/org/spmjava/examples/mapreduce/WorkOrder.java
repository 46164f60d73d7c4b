package org.spmjava.examples.mapreduce;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * What there is to compute, and where: the same for all tasks of a run.
 *
 * @param job the class of the user's job
 * @param settings for its constructor
 * @param directory the run's own, for sorted runs
 * @param memoryBytes how much memory a task may take; 0 for the default
 * @param partitions how many parts the keys are divided into
 */
record WorkOrder(String job, Map<String, String> settings, String directory, long memoryBytes, int partitions) {

    Job<?, ?> makeJob() {
        return Jobs.make(job, new Settings(settings));
    }

    Budget budget() {
        return Budget.ofThisJvm(memoryBytes);
    }

    /** Names for new files, which differ from those of any other task, and of any other attempt at the same one. */
    Supplier<Path> files() {
        return files(directory);
    }

    /** The same in another directory, where they can be told from everything else. */
    Supplier<Path> files(String where) {
        String start = draftPrefix(Path.of(directory))
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
        int[] count = {0};
        return () -> Path.of(where, start + "-" + count[0]++);
    }

    /** What the names of a run's files begin with. */
    static String draftPrefix(Path directory) {
        return "." + directory.getFileName() + "-";
    }
}
