package org.spmjava.benchmarks.speed.peer;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.spmjava.benchmarks.speed.noop.Submitter;
import org.spmjava.benchmarks.speed.noop.Workload;

/**
 * Hazelcast's {@code IExecutorService}: a client, and a cluster of two members on which the tasks run. Members find
 * each other by their addresses, as is recommended where these are known; tasks are {@code IdentifiedDataSerializable},
 * its fastest form. Everything else is as it is delivered.
 */
public final class HazelcastSubmitter implements Submitter {

    /** More than this are not under way at once: enough to keep all busy, and few enough for their queues. */
    private static final int WINDOW = 1_000;

    private static final int WORKERS = 2;

    private final List<Worker> workers = new ArrayList<>();
    private final HazelcastInstance client;
    private final IExecutorService executor;
    private final Semaphore window = new Semaphore(WINDOW);

    private HazelcastSubmitter(int firstPort) throws IOException {
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(Worker.start(HazelcastWorker.class, firstPort, firstPort + worker, WORKERS));
        }
        ClientConfig config = new ClientConfig();
        HazelcastWorker.quiet(config::setProperty);
        config.getSerializationConfig().addDataSerializableFactory(HazelcastTask.FACTORY, type -> new HazelcastTask());
        for (Worker worker : workers) {
            config.getNetworkConfig().addAddress(worker.awaitReady());
        }
        client = HazelcastClient.newHazelcastClient(config);
        executor = client.getExecutorService("tasks");
    }

    /**
     * Measures.
     *
     * @param args those of {@link Workload#run}, and the first of two ports that are free
     */
    public static void main(String[] args) {
        Workload.run(args, () -> new HazelcastSubmitter(Integer.parseInt(args[2])));
    }

    @Override
    public void one() throws Exception {
        executor.submit(new HazelcastTask()).get();
    }

    @Override
    public void many(int tasks) throws Exception {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        ExecutionCallback<Integer> callback = new ExecutionCallback<>() {
            @Override
            public void onResponse(Integer result) {
                window.release();
            }

            @Override
            public void onFailure(Throwable cause) {
                failed.completeExceptionally(cause);
                window.release();
            }
        };
        for (int task = 0; task < tasks; task++) {
            window.acquire();
            executor.submit(new HazelcastTask(), callback);
        }
        window.acquire(WINDOW);
        window.release(WINDOW);
        if (failed.isDone()) {
            failed.get();
        }
    }

    @Override
    public void close() {
        client.shutdown();
        workers.forEach(Worker::close);
    }
}
