package org.spmjava.examples.graph.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Communicator;
import org.spmjava.api.communication.RequestReply;

/** Tasks as threads of a test, so that what is not offered to users can be tested, too. */
final class ThreadedTasks implements Communicator {

    private static final long PATIENCE_S = 20;

    private final int rank;
    private final int size;
    private final Map<String, BlockingQueue<Object>> queues;

    private ThreadedTasks(int rank, int size, Map<String, BlockingQueue<Object>> queues) {
        this.rank = rank;
        this.size = size;
        this.queues = queues;
    }

    /** What a task does. */
    interface Task<T> {
        T run(Communicator tasks) throws Exception;
    }

    /** Runs as many tasks at the same time; returns what each came to. */
    static <T> List<T> run(int size, Task<T> task) throws Exception {
        Map<String, BlockingQueue<Object>> queues = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int rank = 0; rank < size; rank++) {
                ThreadedTasks tasks = new ThreadedTasks(rank, size, queues);
                all.add(() -> task.run(tasks));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all, 2 * PATIENCE_S, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private BlockingQueue<Object> queue(int from, int to, String signature) {
        return queues.computeIfAbsent(from + " " + to + " " + signature, key -> new LinkedBlockingQueue<>());
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public <T> void send(int to, Channel<T> channel, T value) {
        queue(rank, to, channel.signature()).add(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T receive(int from, Channel<T> channel) {
        try {
            Object value = queue(from, rank, channel.signature()).poll(PATIENCE_S, TimeUnit.SECONDS);
            if (value == null) {
                throw new IllegalStateException("nothing came on " + channel + " from " + from);
            }
            return (T) value;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public <T> Optional<T> poll(int from, Channel<T> channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> List<T> exchange(Channel<T> channel, List<T> values) {
        List<T> received = new ArrayList<>();
        for (int to = 0; to < size; to++) {
            send(to, channel, values.get(to));
        }
        for (int from = 0; from < size; from++) {
            received.add(receive(from, channel));
        }
        return received;
    }

    @Override
    public <T> T allReduce(Channel<T> channel, T value, BinaryOperator<T> operator) {
        return exchange(channel, java.util.Collections.nCopies(size, value)).stream()
                .reduce(operator)
                .orElseThrow();
    }

    @Override
    public <T> T broadcast(int root, Channel<T> channel, T value) {
        for (int to = 0; rank == root && to < size; to++) {
            send(to, channel, value);
        }
        return receive(root, channel);
    }

    @Override
    public <T> Optional<List<T>> aggregateRank(int root, Channel<T> channel, T value) {
        send(root, channel, value);
        return rank != root
                ? Optional.empty()
                : Optional.of(java.util.stream.IntStream.range(0, size)
                        .mapToObj(from -> receive(from, channel))
                        .collect(Collectors.toList()));
    }

    @Override
    public void barrier() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> reduce(int root, Channel<T> channel, T value, BinaryOperator<T> operator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <Q, A> A ask(RequestReply<Q, A> what, Q question) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> void tell(Channel<T> what, T message) {
        throw new UnsupportedOperationException();
    }
}
