package org.spmjava.examples.samplesort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Sorts numbers, each Spoke a part of them: parallel sorting by regular sampling (H. Shi, J. Schaeffer, JPDC 14(4),
 * 1992).
 */
@TaskManager(typedef = "Sort.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
public final class Sort {

    // tag::channels[]
    private static final Channel<long[]> SAMPLES = Channel.of("samples", Codecs.LONGS);
    private static final Channel<long[]> SPLITTERS = Channel.of("splitters", Codecs.LONGS);
    private static final Channel<long[]> PARTS = Channel.of("parts", Codecs.LONGS);
    private static final Channel<Long> COUNT = Channel.of("count", Codecs.LONG);
    // end::channels[]

    private final SortManager manager;
    private final TreeMap<Integer, long[]> shares = new TreeMap<>();

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Sort(VirtualCloud cloud) {
        manager = SortManager.define(cloud, this::taskStat);
    }

    /**
     * Stage 0: one payload, which every Spoke of the pool evaluates at the same time.
     *
     * @param seed of the numbers
     * @param count how many there are
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if a task failed
     */
    @Offline
    @Hub
    public Conclusion sort(long seed, int count, Pool pool) throws Exception {
        shares.clear();
        manager.task()
                .label("sort")
                .module(SortTask.Module.SORT)
                .timeout(Timeout.afterSeconds(300))
                .count(count)
                .seed(seed)
                .push();
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    /** Stage 1: a task's index is its rank, and the ranks' shares follow each other. */
    @Online
    @Hub
    private void taskStat(TaskStatus<SortTask, long[]> status) {
        shares.put(status.index(), status.returnValue());
    }

    // tag::evaluate[]
    /** Stage 2: sorts a share, and exchanges it for all that lies between two splitters. */
    @Online
    @Spoke
    static long[] taskEval(SortTask task, Communicator tasks) {
        int size = tasks.size();
        long[] share = Numbers.of(
                task.seed(), begin(task.count(), tasks.rank(), size), begin(task.count(), tasks.rank() + 1, size));
        Arrays.sort(share);

        Optional<List<long[]>> samples = tasks.aggregateRank(0, SAMPLES, every(share, size));
        long[] splitters = tasks.broadcast(
                0, SPLITTERS, samples.map(all -> splitters(all, size)).orElse(null));
        long[] sorted = tasks.exchange(PARTS, parts(share, splitters)).stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .toArray();

        long count = tasks.allReduce(COUNT, (long) sorted.length, Long::sum);
        if (count != task.count()) {
            throw new IllegalStateException(count + " numbers are left of " + task.count());
        }
        return sorted;
    }
    // end::evaluate[]

    /** Where a rank's share begins. */
    private static int begin(int count, int rank, int size) {
        return (int) ((long) count * rank / size);
    }

    /** So many numbers, at equal distances. */
    private static long[] every(long[] sorted, int many) {
        return IntStream.range(0, Math.min(many, sorted.length))
                .mapToLong(i -> sorted[begin(sorted.length, i, many)])
                .toArray();
    }

    /** One number less than there are ranks, in order. */
    private static long[] splitters(List<long[]> samples, int size) {
        long[] sorted = samples.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return IntStream.range(1, size)
                .mapToLong(rank -> sorted.length == 0 ? 0 : sorted[begin(sorted.length, rank, size)])
                .toArray();
    }

    /** For each rank what is less than its splitter, and not less than the one before. */
    private static List<long[]> parts(long[] sorted, long[] splitters) {
        List<long[]> parts = new ArrayList<>();
        int from = 0;
        for (long splitter : splitters) {
            int to = from;
            while (to < sorted.length && sorted[to] < splitter) {
                to++;
            }
            parts.add(Arrays.copyOfRange(sorted, from, to));
            from = to;
        }
        parts.add(Arrays.copyOfRange(sorted, from, sorted.length));
        return parts;
    }

    /**
     * The numbers, in order.
     *
     * @return all shares, one behind the other
     */
    public long[] sorted() {
        return shares.values().stream().flatMapToLong(LongStream::of).toArray();
    }
}
