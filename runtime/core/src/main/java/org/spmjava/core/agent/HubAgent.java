package org.spmjava.core.agent;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubCore;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.message.MalformedMessageException;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.TrackerConfig;
import org.spmjava.core.transport.HubTransport;
import org.spmjava.core.transport.SendResult;

/**
 * The Hub's one thread: it alone touches the core and the transport. Alive from the session's first moment, so that the
 * tracker answers whatever the user's code does.
 */
final class HubAgent {

    private static final Logger LOG = LoggerFactory.getLogger(HubAgent.class);

    private static final int POLL_LIMIT = 256;
    private static final long TICK_PERIOD_NS = 2_000_000;
    private static final long TRANSPORT_PERIOD_NS = 1_000_000;
    private static final long HOT_NS = 500_000;
    private static final long LONGEST_PARK_NS = 2_000_000;

    private final HubTransport transport;
    private final SpokeLauncher launcher;
    private final News news;
    private final HubCore core;
    private final MessageCodec codec = new MessageCodec();
    private final Mailbox<HubEvent> inbox = new Mailbox<>();
    private final Questions questions = new Questions();
    private final Map<Long, ArrayDeque<byte[]>> unsent = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "spm-hub");
    private volatile Running running;
    /** What every command is told once the agent has ended. */
    private volatile CommandOutput.Broken end = new CommandOutput.Broken("the session was closed", null);

    private boolean sessionOver;

    /** The command that is online, as far as its user's thread is concerned. */
    private record Running(int command, Mailbox<CommandOutput> output) {}

    HubAgent(HubTransport transport, SpokeLauncher launcher, Observers observers, TrackerConfig tracker) {
        this.transport = transport;
        this.launcher = launcher;
        this.news = new News(observers, Recorder.ofThisJvm(), System::nanoTime);
        this.core = new HubCore(tracker, HubConfig.DEFAULT, news);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Asks the core about a task; from any thread. */
    Optional<HubEffect.Explained> explain(int task) throws InterruptedException {
        return questions.ask(task, this::tell);
    }

    void tell(HubEvent event) {
        inbox.put(event);
    }

    /** Invokes a command; what becomes of it comes through the mailbox. */
    void invoke(HubEvent.CommandInvoked command, Mailbox<CommandOutput> output) {
        running = new Running(command.spec().command(), output);
        inbox.put(command);
        if (over.getCount() == 0) {
            output.put(end);
        }
    }

    /**
     * Waits until the session is over.
     *
     * @return false if it was not in time
     */
    boolean awaitOver(long timeoutNs) throws InterruptedException {
        return over.await(timeoutNs, TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            loop();
        } catch (Throwable broken) {
            end = new CommandOutput.Broken("the Hub's agent failed, and every Spoke was ended", broken);
            LOG.error("The Hub's agent failed; every Spoke is ended.", broken);
            launcher.close();
        } finally {
            over.countDown();
            // Either this sees a command that was invoked too late, or the one who invoked it sees that it is over.
            Running command = running;
            if (command != null) {
                command.output.put(end);
            }
        }
    }

    private void loop() {
        long nowNs = System.nanoTime();
        long lastTickNs = nowNs - TICK_PERIOD_NS;
        long lastTransportNs = lastTickNs;
        long lastWorkNs = nowNs;
        while (!sessionOver) {
            int work = 0;
            for (HubEvent event = inbox.poll(); event != null; event = inbox.poll()) {
                handle(event);
                work++;
            }
            work += transport.poll(this::onMessage, POLL_LIMIT);
            nowNs = System.nanoTime();
            if (nowNs - lastTickNs >= TICK_PERIOD_NS) {
                lastTickNs = nowNs;
                flush();
                on(new HubEvent.Tick());
            }
            if (work == 0 || nowNs - lastTransportNs >= TRANSPORT_PERIOD_NS) {
                lastTransportNs = nowNs;
                if (transport.doWork() > 0) {
                    // Links between Spokes advance only as fast as this runs.
                    lastWorkNs = nowNs;
                }
                flush();
            }
            if (work > 0) {
                lastWorkNs = nowNs;
            } else {
                idle(nowNs - lastWorkNs);
            }
        }
    }

    /**
     * While a command is online, a message may come at any moment, and does not wake this thread: it parks for a
     * fraction of the time that has passed already, so that a task's end is noticed late only in proportion to it.
     */
    private void idle(long idleNs) {
        if (running == null) {
            inbox.park(LONGEST_PARK_NS);
        } else if (idleNs < HOT_NS) {
            Thread.yield();
        } else {
            inbox.park(Math.min(LONGEST_PARK_NS, idleNs / 16));
        }
    }

    private void handle(HubEvent event) {
        if (event instanceof HubEvent.SpokeExited exited) {
            // Everything that the process published is there by now; heard first, it cannot be mistaken for lost.
            transport.drain(exited.incarnation(), this::onMessage);
            on(event);
            transport.close(exited.incarnation());
            unsent.remove(exited.incarnation());
        } else {
            if (event instanceof HubEvent.CommandInvoked invoked) {
                news.invoked(invoked.spec());
            }
            on(event);
        }
    }

    private void onMessage(long incarnation, ByteBuffer message) {
        try {
            on(new HubEvent.Received(incarnation, codec.decodeSpokeMessage(message)));
        } catch (MalformedMessageException malformed) {
            LOG.error("Spoke {} sent a message that is none; it is ended.", incarnation, malformed);
            launcher.destroy(incarnation);
        }
    }

    private void on(HubEvent event) {
        core.on(event, System.nanoTime(), this::perform);
    }

    private void perform(HubEffect effect) {
        news.tell(effect);
        if (effect instanceof HubEffect.Send send) {
            send(send);
        } else if (effect instanceof HubEffect.TaskFinal
                || effect instanceof HubEffect.Spoken
                || effect instanceof HubEffect.Combined) {
            running.output.put(new CommandOutput.ForUserCode(effect));
        } else if (effect instanceof HubEffect.Concluded concluded) {
            Running command = running;
            running = null;
            command.output.put(new CommandOutput.Done(concluded));
        } else if (effect instanceof HubEffect.Launch launch) {
            launch(launch);
        } else if (effect instanceof HubEffect.Destroy destroy) {
            launcher.destroy(destroy.incarnation());
        } else if (effect instanceof HubEffect.Explained answer) {
            questions.answered(answer);
        } else if (effect instanceof HubEffect.SessionOver) {
            sessionOver = true;
        }
    }

    private void launch(HubEffect.Launch launch) {
        List<String> arguments;
        try {
            arguments = transport.open(launch.incarnation());
        } catch (UncheckedIOException noSpace) {
            // There may be some later; the Spokes that are up need none.
            LOG.warn("There is no way to Spoke {} for now.", launch.incarnation(), noSpace);
            onExit(launch.incarnation(), new Exit(false, "it could not be started: " + noSpace.getMessage()));
            return;
        }
        launcher.launch(launch.slot(), launch.incarnation(), arguments, this::onExit);
    }

    private void onExit(long incarnation, Exit exit) {
        inbox.put(new HubEvent.SpokeExited(incarnation, exit));
    }

    private void send(HubEffect.Send send) {
        ByteBuffer bytes = codec.encode(send.message());
        ArrayDeque<byte[]> before = unsent.get(send.incarnation());
        if (before != null || transport.send(send.incarnation(), bytes) == SendResult.BACK_PRESSURE) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            unsent.computeIfAbsent(send.incarnation(), unused -> new ArrayDeque<>())
                    .addLast(copy);
        }
    }

    private void flush() {
        if (unsent.isEmpty()) {
            return;
        }
        unsent.entrySet().removeIf(entry -> {
            ArrayDeque<byte[]> waiting = entry.getValue();
            while (!waiting.isEmpty()
                    && transport.send(entry.getKey(), ByteBuffer.wrap(waiting.peekFirst()))
                            != SendResult.BACK_PRESSURE) {
                waiting.removeFirst();
            }
            return waiting.isEmpty();
        });
    }
}
