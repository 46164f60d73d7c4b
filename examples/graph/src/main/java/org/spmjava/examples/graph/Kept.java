package org.spmjava.examples.graph;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.examples.graph.AnalysisTask.Input;
import org.spmjava.examples.graph.input.InputException;
import org.spmjava.examples.graph.kernel.Loader;
import org.spmjava.examples.graph.kernel.Partition;

/**
 * The part of a graph that a Spoke loaded last, kept for the session's next command, unless memory runs short: then it
 * is loaded again. A Spoke that was launched since has none, so that all load anew.
 */
final class Kept {

    private static final Channel<Boolean> ALL_HAVE = Channel.of("all have their parts", Codecs.BOOL);

    /** By rank, since in a serial session there are several in one process. */
    private static final Map<Integer, SoftReference<Kept>> LAST = new ConcurrentHashMap<>();

    private final String key;
    private final boolean weighted;
    private final Partition partition;

    private Kept(String key, boolean weighted, Partition partition) {
        this.key = key;
        this.weighted = weighted;
        this.partition = partition;
    }

    /** Collective: this task's part, if all have theirs; else null. */
    static Partition partition(Input input, boolean weighted, Communicator tasks) {
        SoftReference<Kept> reference = LAST.get(tasks.rank());
        Kept last = reference == null ? null : reference.get();
        boolean have = last != null && last.key.equals(key(input, tasks)) && (last.weighted || !weighted);
        return tasks.allReduce(ALL_HAVE, have, Boolean::logicalAnd) ? last.partition : null;
    }

    /** Collective: loads this task's part. */
    static Partition load(Input input, boolean weighted, Communicator tasks) throws InputException {
        LAST.remove(tasks.rank());
        String key = key(input, tasks);
        Partition part = Loader.load(Analysis.source(input), input.directed(), weighted, tasks);
        LAST.put(tasks.rank(), new SoftReference<>(new Kept(key, weighted, part)));
        return part;
    }

    /** Another one as soon as the file or the number of tasks is another. */
    private static String key(Input input, Communicator tasks) {
        String state = input.file().map(Kept::state).orElse("");
        return input + " " + state + " " + tasks.rank() + " of " + tasks.size();
    }

    private static String state(String file) {
        try {
            Path path = Path.of(file);
            return Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException unreadable) {
            return "unreadable"; // Loading says why.
        }
    }
}
