package org.spmjava.core.agent;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.Pattern;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubCore;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.MalformedMessageException;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.TrackerConfig;
import org.spmjava.core.transport.HubTransport;

/**
 * The Hub: whoever holds its lock touches the core and the transport. The thread that manages does so while it waits,
 * and so hears of a task's end without another thread in between. This agent's own thread looks after the transport and
 * launches Spokes, which nobody may interrupt, and stands in while the user's code runs or no command is online; it is
 * there from the session's first moment, so that the tracker answers whatever the user's code does.
 */
final class HubAgent {

    private static final Logger LOG = LoggerFactory.getLogger(HubAgent.class);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int POLL_LIMIT = 256;
    private static final long TICK_PERIOD_NS = 2_000_000;
    private static final long HOT_NS = 500_000;
    /** Also the longest time for which nobody looks after the Spokes while the user's code runs. */
    private static final long ONLINE_PARK_NS = 2_000_000;

    private static final long DRIVING_HOT_NS = 50_000;
    private static final long EXPECTING_PARK_NS = 1_000_000;
    private static final long WANTED_PARK_NS = 1_000_000;
    private static final long OFFLINE_PARK_NS = 10_000_000;
    /** So long the Spokes are left alone for callbacks; what waits there keeps them busy. */
    private static final long TURN_PERIOD_NS = 100_000;
    /** A callback that takes so long is worth another thread. */
    private static final long LONG_CALLBACK_NS = 1_000_000;

    private final HubTransport transport;
    private final SpokeLauncher launcher;
    private final News news;
    private final HubCore core;
    private final MessageCodec codec = new MessageCodec();
    private final ConcurrentLinkedQueue<HubEvent> inbox = new ConcurrentLinkedQueue<>();
    private final Questions questions = new Questions();
    private final HubTransport.Handler onMessage = this::onMessage;
    private final Consumer<HubEffect> perform = this::perform;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "spm-hub");

    /** Guards the core, the transport but for its parking, and what follows. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Outbox outbox;

    /** The Spokes that are up, by their slots. */
    private final SortedMap<Integer, Long> up = new TreeMap<>();

    private final ArrayDeque<HubEffect.Launch> launches = new ArrayDeque<>();
    private final Set<Long> expected = new HashSet<>();
    /** For the thread that manages. */
    private ArrayDeque<CommandOutput> outputs = new ArrayDeque<>();

    private boolean online;
    private boolean sessionOver;
    /** What every command is told once the session is over. */
    private CommandOutput.Broken end = new CommandOutput.Broken("the session was closed", null);

    private long lastTickNs = System.nanoTime() - TICK_PERIOD_NS;

    /** Whether the thread that manages waits here, and does the Hub's work. */
    private volatile boolean served;

    private final Patience patience;
    /** Of the thread that manages. */
    private ArrayDeque<CommandOutput> taken = new ArrayDeque<>();

    /** When the thread that manages did the Hub's work last. */
    private volatile long servedNs;

    private long handedOutNs;
    /** Whether the Spokes have use for every processor. */
    private boolean crowded;

    HubAgent(HubTransport transport, SpokeLauncher launcher, Observers observers, TrackerConfig tracker) {
        this.transport = transport;
        this.launcher = launcher;
        this.news = new News(observers, Recorder.ofThisJvm(), System::nanoTime);
        this.core = new HubCore(tracker, HubConfig.DEFAULT, news);
        this.outbox = new Outbox(transport, codec);
        this.patience = new Patience(transport, HOT_NS);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Asks the core about a task; from any thread. */
    Optional<HubEffect.Explained> explain(int task) throws InterruptedException {
        return questions.ask(task, this::tell);
    }

    /** Says something from any thread. */
    void tell(HubEvent event) {
        inbox.add(event);
        transport.wake();
        if (!served) {
            LockSupport.unpark(thread);
        }
    }

    /** Says something from the thread that manages, which is about to do the Hub's work itself. */
    void note(HubEvent event) {
        inbox.add(event);
    }

    /** Invokes a command from the thread that manages; what becomes of it comes by {@link #poll} and {@link #await}. */
    void invoke(HubEvent.CommandInvoked command) {
        lock.lock();
        try {
            online = true;
            outputs.clear();
            rouse(command.spec());
        } finally {
            lock.unlock();
        }
        taken.clear();
        handedOutNs = System.nanoTime();
        note(command);
    }

    /** A parked Spoke needs longer to wake up than the core to find out what to tell it. */
    private void rouse(CommandSpec spec) {
        int most = spec.pattern() == Pattern.TEMPLATE
                ? spec.spokesMax()
                : spec.tasks().size();
        Iterator<Integer> slots = spec.slots().iterator();
        for (int roused = 0; roused < most && slots.hasNext() && !sessionOver; roused++) {
            Long incarnation = up.get(slots.next());
            if (incarnation != null) {
                transport.rouse(incarnation);
            }
        }
    }

    /** What there is for the thread that manages; {@code null} if there is nothing now. */
    CommandOutput poll() {
        long nowNs = System.nanoTime();
        if (taken.isEmpty() || !inbox.isEmpty() || nowNs - servedNs > TURN_PERIOD_NS) {
            serve();
            servedNs = System.nanoTime();
        }
        if (!taken.isEmpty() && nowNs - handedOutNs > LONG_CALLBACK_NS) {
            LockSupport.unpark(thread);
        }
        handedOutNs = nowNs;
        return taken.pollFirst();
    }

    /** Waits for something for the thread that manages, or for its interrupt: returns {@code null} then. */
    CommandOutput await() {
        served = true;
        patience.found();
        try {
            while (taken.isEmpty()) {
                if (serve()) {
                    patience.found();
                } else if (Thread.currentThread().isInterrupted()) {
                    return null;
                } else if (crowded) {
                    patience.idleCrowded(ONLINE_PARK_NS);
                } else {
                    patience.idle(ONLINE_PARK_NS);
                }
            }
            handedOutNs = System.nanoTime();
            servedNs = handedOutNs;
            return taken.pollFirst();
        } finally {
            served = false;
            patience.found();
        }
    }

    /** One turn by the thread that manages; returns whether there was anything to do. */
    private boolean serve() {
        boolean busy = false;
        boolean wanted = false;
        Throwable broken = null;
        lock.lock();
        try {
            if (!sessionOver) {
                busy = turn() > 0;
                wanted = transport.wantsWork() || !launches.isEmpty() || !outbox.isFlushed();
            }
            crowded = core.busySpokes() >= PROCESSORS;
            busy |= take();
        } catch (Throwable thrown) {
            broken = thrown;
        } finally {
            lock.unlock();
        }
        if (broken != null) {
            fail(broken);
            return takeAnyway();
        }
        if (wanted) {
            LockSupport.unpark(thread);
        }
        return busy;
    }

    private boolean takeAnyway() {
        lock.lock();
        try {
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what there is for the thread that manages, which has the lock. */
    private boolean take() {
        if (taken.isEmpty()) {
            ArrayDeque<CommandOutput> empty = taken;
            taken = outputs;
            outputs = empty;
        } else {
            taken.addAll(outputs);
            outputs.clear();
        }
        if (sessionOver && taken.isEmpty()) {
            taken.add(end);
        }
        return !taken.isEmpty();
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
            fail(broken);
        } finally {
            over.countDown();
            transport.wake();
        }
    }

    /** What is told first is told to every command. */
    private void fail(Throwable broken) {
        lock.lock();
        try {
            if (!sessionOver) {
                end = new CommandOutput.Broken("the Hub's agent failed, and every Spoke was ended", broken);
            }
            sessionOver = true;
        } finally {
            lock.unlock();
        }
        LOG.error("The Hub's agent failed; every Spoke is ended.", broken);
        LockSupport.unpark(thread);
        launcher.close();
    }

    private void loop() {
        long lastWorkNs = System.nanoTime();
        long lastMovedNs = lastWorkNs - DRIVING_HOT_NS;
        while (true) {
            long pauseNs;
            lock.lock();
            try {
                if (sessionOver) {
                    return;
                }
                int work = turn();
                launchAll();
                boolean wanted = transport.wantsWork() || !outbox.isFlushed();
                int moved = transport.doWork() + outbox.flush();
                if (!outputs.isEmpty()) {
                    transport.wake();
                }
                long nowNs = System.nanoTime();
                lastWorkNs = work > 0 ? nowNs : lastWorkNs;
                // What is wanted and does not move waits for a Spoke that takes nothing: no turn of ours helps it.
                lastMovedNs = wanted && moved > 0 ? nowNs : lastMovedNs;
                pauseNs = nowNs - lastMovedNs < DRIVING_HOT_NS ? 0 : pauseNs(nowNs, lastWorkNs);
                pauseNs = wanted ? Math.min(pauseNs, WANTED_PARK_NS) : pauseNs;
                // The core may have been told something by what it had to do.
                pauseNs = inbox.isEmpty() ? pauseNs : 0;
            } finally {
                lock.unlock();
            }
            if (pauseNs == 0) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, pauseNs);
            }
        }
    }

    /**
     * While the user's code runs for long, a message may come at any moment, and does not wake this thread: it parks
     * for a fraction of the time that has passed already, so that a task's end is noticed late only in proportion to
     * it.
     */
    private long pauseNs(long nowNs, long lastWorkNs) {
        if (online && !served && nowNs - servedNs > LONG_CALLBACK_NS) {
            long idleNs = nowNs - Math.max(lastWorkNs, servedNs + LONG_CALLBACK_NS);
            return idleNs < HOT_NS ? 0 : Math.min(ONLINE_PARK_NS, idleNs / 16);
        } else if (!expected.isEmpty()) {
            return EXPECTING_PARK_NS;
        }
        return online ? ONLINE_PARK_NS : OFFLINE_PARK_NS;
    }

    /** Takes in what has come, and lets time pass in the core; returns how much it was. */
    private int turn() {
        int work = 0;
        for (HubEvent event = inbox.poll(); event != null; event = inbox.poll()) {
            handle(event);
            work++;
        }
        work += transport.poll(onMessage, POLL_LIMIT);
        long nowNs = System.nanoTime();
        if (nowNs - lastTickNs >= TICK_PERIOD_NS) {
            lastTickNs = nowNs;
            outbox.flush();
            on(new HubEvent.Tick());
        }
        return work;
    }

    private void handle(HubEvent event) {
        if (event instanceof HubEvent.SpokeExited exited) {
            // Everything that the process published is there by now; heard first, it cannot be mistaken for lost.
            transport.drain(exited.incarnation(), onMessage);
            on(event);
            transport.close(exited.incarnation());
            outbox.forget(exited.incarnation());
            expected.remove(exited.incarnation());
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
        core.on(event, System.nanoTime(), perform);
    }

    private void perform(HubEffect effect) {
        news.tell(effect);
        if (effect instanceof HubEffect.Send send) {
            if (!outbox.send(send.incarnation(), send.message())) {
                inbox.add(new HubEvent.NeverBegan(send.incarnation(), ((Release) send.message()).command()));
            }
        } else if (effect instanceof HubEffect.TaskFinal
                || effect instanceof HubEffect.Spoken
                || effect instanceof HubEffect.Combined) {
            outputs.add(new CommandOutput.ForUserCode(effect));
        } else if (effect instanceof HubEffect.Concluded concluded) {
            online = false;
            outputs.add(new CommandOutput.Done(concluded));
        } else if (effect instanceof HubEffect.Launch launch) {
            launches.add(launch);
        } else if (effect instanceof HubEffect.SpokeJoined joined) {
            expected.remove(joined.spoke().incarnation());
            up.put(joined.spoke().slot(), joined.spoke().incarnation());
        } else if (effect instanceof HubEffect.SpokeLeft left) {
            up.remove(left.spoke().slot(), left.spoke().incarnation());
        } else if (effect instanceof HubEffect.Destroy destroy) {
            destroy(destroy.incarnation());
        } else if (effect instanceof HubEffect.Explained answer) {
            questions.answered(answer);
        } else if (effect instanceof HubEffect.SessionOver) {
            sessionOver = true;
            LockSupport.unpark(thread);
        }
    }

    /** One that is still to be launched is not. */
    private void destroy(long incarnation) {
        if (launches.removeIf(launch -> launch.incarnation() == incarnation)) {
            onExit(incarnation, new Exit(true, "it was ended before it was started"));
        } else {
            launcher.destroy(incarnation);
        }
    }

    /** Opening a way touches files. */
    private void launchAll() {
        for (HubEffect.Launch next = launches.poll(); next != null; next = launches.poll()) {
            launch(next);
        }
    }

    private void launch(HubEffect.Launch launch) {
        List<String> arguments;
        try {
            arguments = transport.open(launch.incarnation());
        } catch (UncheckedIOException noSpace) {
            // There may be some later; the Spokes that are up need none.
            LOG.warn("There is no way to Spoke {} for now.", launch.incarnation(), noSpace);
            // A process that was started ahead has nobody to talk to, and holds memory.
            launcher.destroy(launch.incarnation());
            onExit(launch.incarnation(), new Exit(false, "it could not be started: " + noSpace.getMessage()));
            return;
        }
        expected.add(launch.incarnation());
        launcher.launch(launch.slot(), launch.incarnation(), arguments, this::onExit);
    }

    private void onExit(long incarnation, Exit exit) {
        tell(new HubEvent.SpokeExited(incarnation, exit));
    }
}
