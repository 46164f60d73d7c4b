package org.spmjava.core.agent;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeCore;
import org.spmjava.core.spoke.SpokeEffect;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.transport.SendResult;
import org.spmjava.core.transport.SpokeTransport;

/**
 * A Spoke's process. The evaluator thread receives a task, evaluates it and reports it, without a hand-off between
 * threads; the watchdog thread keeps the transport alive, the deadlines and the heartbeat while user code runs.
 * Whichever acts holds the lock.
 */
public final class SpokeAgent {

    private static final Logger LOG = LoggerFactory.getLogger(SpokeAgent.class);

    private static final long WATCHDOG_PERIOD_NS = 5_000_000;
    /** While there is nothing to watch but the transport and the heartbeat. */
    private static final long DROWSY_PERIOD_NS = 100_000_000;
    /** A task that comes sooner finds the watchdog awake. */
    private static final long ALERT_NS = 1_000_000_000;

    private static final long HEARTBEAT_NS = 500_000_000;
    /** Longer than the Hub's grace: a Hub that does not listen judges by the deadline, and not by the exit. */
    private static final long FLUSH_BEFORE_HALT_NS = 2_000_000_000;

    /** A member that waits for another spins as long, and looks at everything before it parks. */
    static final long HOT_NS = 500_000;

    private static final long LONGEST_PARK_NS = 100_000_000;
    private static final int POLL_LIMIT = 64;
    private static final int MESSAGE_OVERHEAD = 64;

    private final Object lock = new Object();
    private final SpokeTransport transport;
    private final SpokeIdentity identity;
    private final SpokeWays ways;
    private final TaskEvaluator evaluator;
    private final SpokeCore core = new SpokeCore(HEARTBEAT_NS);
    private final MessageCodec codec = new MessageCodec();
    private final ArrayDeque<byte[]> unsent = new ArrayDeque<>();
    private final Thread watchdog = new Thread(this::watch, "spm-watchdog");
    private final SpokeTransport.Handler onMessage = this::onMessage;
    private final Consumer<SpokeEffect> perform = this::perform;
    private final Patience patience;
    private SpokeEffect.Evaluate work;
    private boolean evaluating;
    private long evaluatedNs = System.nanoTime();
    private boolean drowsy;

    /**
     * Makes the agent of this process.
     *
     * @param identity who this process is
     * @param transport the way to the Hub, owned by the agent from now on
     * @param backend applies task APIs
     */
    public SpokeAgent(SpokeIdentity identity, SpokeTransport transport, ApiBackend backend) {
        this.identity = identity;
        this.transport = transport;
        this.patience = new Patience(transport, HOT_NS);
        this.ways = new SpokeWays(lock, transport, patience, identity.incarnation(), new Link());
        this.evaluator = new TaskEvaluator(identity, backend, transport.maxMessageLength() - MESSAGE_OVERHEAD, ways);
    }

    /** Serves the Hub until the session ends; then the process ends, and this method does not return. */
    public void run() {
        Standing.becomeSpoke(identity);
        synchronized (lock) {
            on(new SpokeEvent.Started(identity.host()));
        }
        watchdog.setDaemon(true);
        watchdog.setPriority(Thread.MAX_PRIORITY);
        watchdog.start();
        try {
            evaluateForEver();
        } catch (Throwable broken) {
            fail("The evaluator's thread failed", broken);
        }
    }

    private void fail(String what, Throwable broken) {
        try {
            LOG.error("{}; {} ends.", what, identity.whoAmI(), broken);
        } finally {
            // Also if there is no memory left to say so.
            Runtime.getRuntime().halt(SpokeExit.FAILED);
        }
    }

    private void evaluateForEver() {
        while (true) {
            SpokeEffect.Evaluate task;
            int taken;
            boolean settled;
            synchronized (lock) {
                boolean reported = flush();
                taken = transport.poll(onMessage, POLL_LIMIT) + ways.pollPeers();
                settled = ways.tellEnded() && reported && transport.isFlushed();
                // Not before the report on the last one has left: of two unreported tasks the Hub would repeat one.
                task = reported ? work : null;
                if (task != null) {
                    work = null;
                    evaluating = true;
                    rouseWatchdog();
                } else if (taken == 0) {
                    transport.doWork();
                }
            }
            if (task != null) {
                SpokeEvent end = evaluate(task);
                synchronized (lock) {
                    evaluating = false;
                    evaluatedNs = System.nanoTime();
                    ways.evaluated();
                    on(end);
                }
                patience.found();
            } else if (taken > 0) {
                patience.found();
            } else {
                // Nobody has to interrupt an idle Spoke, and a flag that stays set would keep it from parking.
                Thread.interrupted();
                if (settled) {
                    patience.idle(LONGEST_PARK_NS);
                } else {
                    patience.idleUntold(patience.idleNs());
                }
            }
        }
    }

    private void rouseWatchdog() {
        if (drowsy) {
            drowsy = false;
            LockSupport.unpark(watchdog);
        }
    }

    private SpokeEvent evaluate(SpokeEffect.Evaluate task) {
        try {
            return new SpokeEvent.Returned(evaluator.evaluate(task, new Progress()));
        } catch (TaskFailure failure) {
            return new SpokeEvent.Threw(failure.verdict(), failure.getMessage(), failure.stackTrace());
        } finally {
            // An interrupt that the task left behind concerns the task alone.
            Thread.interrupted();
        }
    }

    private void watch() {
        while (true) {
            long periodNs;
            synchronized (lock) {
                drowsy = !evaluating
                        && unsent.isEmpty()
                        && transport.isFlushed()
                        && System.nanoTime() - evaluatedNs > ALERT_NS;
                periodNs = drowsy ? DROWSY_PERIOD_NS : WATCHDOG_PERIOD_NS;
            }
            Thread.interrupted();
            LockSupport.parkNanos(periodNs);
            try {
                synchronized (lock) {
                    transport.doWork();
                    if (transport.isClosed()) {
                        halt("the Hub cannot be reached any more", SpokeExit.CHANNEL_LOST);
                    }
                    if (evaluating) {
                        transport.poll(onMessage, POLL_LIMIT);
                    }
                    on(new SpokeEvent.Tick());
                    flush();
                }
            } catch (Throwable broken) {
                // Without its watchdog no deadline holds here: better no Spoke than that one.
                fail("The watchdog failed", broken);
            }
        }
    }

    private void onMessage(ByteBuffer message) {
        on(new SpokeEvent.Received(codec.decodeHubMessage(message)));
    }

    private void on(SpokeEvent event) {
        core.on(event, System.nanoTime(), perform);
    }

    private void perform(SpokeEffect effect) {
        if (effect instanceof SpokeEffect.Send send) {
            send(send.message());
        } else if (effect instanceof SpokeEffect.Evaluate evaluate) {
            work = evaluate;
        } else if (effect instanceof SpokeEffect.FormUnit formed) {
            ways.form(formed);
        } else if (effect instanceof SpokeEffect.Answer answer) {
            ways.answer(answer);
        } else if (effect instanceof SpokeEffect.Forget over) {
            ways.forget(over.command());
            evaluator.forget(over.command());
        } else if (effect instanceof SpokeEffect.Halt halt) {
            halt(halt.reason(), SpokeExit.HALTED);
        }
    }

    private void send(SpokeMessage message) {
        ByteBuffer bytes = codec.encode(message);
        if (!unsent.isEmpty() || transport.send(bytes) == SendResult.BACK_PRESSURE) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            unsent.addLast(copy);
        }
    }

    /** Sends what waits, as far as possible; tells whether everything has left for the Hub. */
    private boolean flush() {
        if (!transport.isFlushed()) {
            transport.doWork();
        }
        while (!unsent.isEmpty() && transport.send(ByteBuffer.wrap(unsent.peekFirst())) != SendResult.BACK_PRESSURE) {
            unsent.removeFirst();
        }
        return unsent.isEmpty() && transport.isFlushedToHub();
    }

    private void halt(String reason, int code) {
        LOG.debug("{} halts: {}", identity.whoAmI(), reason);
        long sinceNs = System.nanoTime();
        while (!flush() && System.nanoTime() - sinceNs < FLUSH_BEFORE_HALT_NS) {
            transport.doWork();
            Thread.yield();
        }
        // No shutdown hooks: what a task left behind must not be able to keep the process alive.
        Runtime.getRuntime().halt(code);
    }

    private final class Progress implements TaskEvaluator.Progress {

        @Override
        public void preloading() {
            synchronized (lock) {
                on(new SpokeEvent.Preloading());
            }
        }

        @Override
        public void online() {
            synchronized (lock) {
                on(new SpokeEvent.Online());
            }
        }
    }

    private final class Link implements SpokeWays.Agent {

        @Override
        public void on(SpokeEvent event) {
            SpokeAgent.this.on(event);
        }

        @Override
        public int pollHub() {
            flush();
            return transport.poll(onMessage, POLL_LIMIT);
        }

        @Override
        public boolean hasSaidAll() {
            return unsent.isEmpty();
        }
    }
}
