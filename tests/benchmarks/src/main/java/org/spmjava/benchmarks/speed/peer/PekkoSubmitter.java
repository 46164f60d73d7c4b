package org.spmjava.benchmarks.speed.peer;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.spmjava.benchmarks.speed.noop.Submitter;
import org.spmjava.benchmarks.speed.noop.Workload;

/**
 * Apache Pekko's remoting (Artery over TCP, as it is delivered): an actor system that submits, and two that work. A
 * task is a number, for which Pekko has a serializer of its own. One task at a time is an {@code ask}; many are sent by
 * {@code tell}, each worker with a window of tasks, as the manual says for whoever must not flood a mailbox.
 */
public final class PekkoSubmitter implements Submitter {

    static final String SETTINGS = """
            pekko.actor.provider = remote
            pekko.actor.allow-java-serialization = off
            pekko.remote.artery.canonical.hostname = "127.0.0.1"
            pekko.remote.artery.canonical.port = 0
            pekko.loglevel = ERROR
            pekko.stdout-loglevel = OFF
            """;

    private static final int WORKERS = 2;
    private static final long WINDOW = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final List<Worker> workers = new ArrayList<>();
    private final List<ActorRef> actors = new ArrayList<>();
    private final ActorSystem system;
    private final ActorRef master;

    private PekkoSubmitter() throws IOException {
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(Worker.start(PekkoWorker.class));
        }
        system = ActorSystem.create(
                "submitter", ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load()));
        for (Worker worker : workers) {
            actors.add(system.actorSelection(worker.awaitReady())
                    .resolveOne(TIMEOUT)
                    .toCompletableFuture()
                    .join());
        }
        master = system.actorOf(Props.create(Master.class, () -> new Master(actors)));
    }

    /**
     * Measures.
     *
     * @param args those of {@link Workload#run}
     */
    public static void main(String[] args) {
        Workload.run(args, PekkoSubmitter::new);
    }

    @Override
    public void one() throws Exception {
        Patterns.ask(actors.get(0), 0L, TIMEOUT).toCompletableFuture().get();
    }

    @Override
    public void many(int tasks) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        master.tell(new Order(tasks, done), ActorRef.noSender());
        done.get();
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            // It ends with this process.
        }
        workers.forEach(Worker::close);
    }

    /** Never leaves its system. */
    private record Order(long tasks, CompletableFuture<Void> done) {}

    /** Keeps each worker's window full. */
    private static final class Master extends AbstractActor {
        private final List<ActorRef> workers;
        private Order order;
        private long sent;
        private long received;

        Master(List<ActorRef> workers) {
            this.workers = workers;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(Long.class, result -> {
                        received++;
                        if (received == order.tasks) {
                            order.done.complete(null);
                        } else {
                            sendTo(getSender());
                        }
                    })
                    .match(Order.class, next -> {
                        order = next;
                        sent = 0;
                        received = 0;
                        for (long i = 0; i < WINDOW; i++) {
                            workers.forEach(this::sendTo);
                        }
                    })
                    .build();
        }

        private void sendTo(ActorRef worker) {
            if (sent < order.tasks) {
                worker.tell(sent, getSelf());
                sent++;
            }
        }
    }
}
