package org.spmjava.core.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.spmjava.api.Grain;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubCore;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.tracker.TrackerConfig;

/**
 * Runs commands in the calling thread: the same cores, one virtual Spoke after the other, so that a debugger steps from
 * the Hub into the evaluator and back. Only tasks that wait for others have a thread of their own, and run one at a
 * time.
 *
 * <p>What needs a process of its own is not to be had here: an evaluator that does not come back keeps the thread, and
 * one that exits takes the Hub with it. A deadline that passes shows when the evaluator returns.
 */
final class SerialEngine implements Engine {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long CLOSE_TIMEOUT_NS = 10_000_000_000L;
    private static final String HOST = Hosts.localName();

    private final ApiBackend backend;
    private final News news;
    private final Circumstances circumstances;
    private final HubCore hub;
    private final ArrayDeque<HubEffect> effects = new ArrayDeque<>();
    private final ArrayDeque<HubEvent> events = new ArrayDeque<>();
    private final Questions questions = new Questions();
    /** Of other threads; the core is looked at by the user's alone. */
    private final ConcurrentLinkedQueue<HubEvent> asked = new ConcurrentLinkedQueue<>();

    private final TreeMap<Long, VirtualSpoke> spokes = new TreeMap<>();
    private long lastTurn;
    private boolean tasksMayWait;
    private boolean ending;
    /** The thread that a command has at the moment; guarded by this object. */
    private Thread user;

    private volatile boolean closing;

    SerialEngine(int slots, ApiBackend backend, Observers observers, Circumstances circumstances) {
        this.backend = backend;
        this.circumstances = circumstances;
        this.news = new News(observers, Recorder.ofThisJvm(), circumstances::nowNs);
        // Spokes that wait for their turn are silent without being lost, and overdue without being stuck.
        this.hub = new HubCore(
                new TrackerConfig(slots, NEVER, NEVER, 1, 1),
                new HubConfig(NEVER, HubConfig.DEFAULT.releaseTimeoutNs(), 1, 1, NEVER),
                news);
        events.add(new HubEvent.Tick());
    }

    @Override
    public HubEffect.Concluded run(CommandSpec spec, CommandSink sink) throws InterruptedException {
        synchronized (this) {
            user = Thread.currentThread();
        }
        try {
            return conclude(spec, sink);
        } finally {
            synchronized (this) {
                user = null;
                notifyAll();
            }
        }
    }

    private HubEffect.Concluded conclude(CommandSpec spec, CommandSink sink) throws InterruptedException {
        endIfClosing();
        news.invoked(spec);
        events.add(new HubEvent.CommandInvoked(spec));
        tasksMayWait = spec.grain() != Grain.COARSE || spec.policy() == Policy.DECENTRALIZED;
        int callbacks = 0;
        boolean aborted = false;
        boolean interrupted = false;
        while (true) {
            endIfClosing();
            HubEffect effect = next();
            news.tell(effect);
            if (effect instanceof HubEffect.TaskFinal
                    || effect instanceof HubEffect.Spoken
                    || effect instanceof HubEffect.Combined) {
                callbacks++;
                if (!aborted && !sink.accept(effect, events::add)) {
                    aborted = true;
                    events.add(new HubEvent.CommandAborted(spec.command(), "a callback threw"));
                }
                events.add(new HubEvent.CallbacksReturned(spec.command(), callbacks));
            } else if (effect instanceof HubEffect.Concluded concluded) {
                if (interrupted) {
                    throw new InterruptedException(
                            "manage was interrupted; the command was given up and has concluded");
                }
                return concluded;
            } else if (effect != null) {
                perform(effect);
            } else if (!aborted && Thread.interrupted()) {
                interrupted = true;
                aborted = true;
                events.add(new HubEvent.CommandAborted(spec.command(), "manage was interrupted"));
            } else {
                boolean idle = !evaluateNext();
                events.add(new HubEvent.Tick());
                if (idle) {
                    circumstances.pass();
                }
            }
        }
    }

    /** Out of a callback, the core is asked at once: the thread that has it is this one. */
    @Override
    public Optional<HubEffect.Explained> explain(int task) throws InterruptedException {
        boolean mine;
        synchronized (this) {
            mine = user == Thread.currentThread();
        }
        return questions.ask(task, mine ? this::answer : asked::add);
    }

    private void answer(HubEvent question) {
        hub.on(question, circumstances.nowNs(), effect -> {
            if (effect instanceof HubEffect.Explained answer) {
                questions.answered(answer);
            } else {
                effects.add(effect);
            }
        });
    }

    private void endIfClosing() {
        if (closing && !ending) {
            ending = true;
            events.add(new HubEvent.SessionEnded());
        }
    }

    /** The next effect, or {@code null} when every event has been processed. */
    private HubEffect next() {
        for (HubEvent question = asked.poll(); question != null; question = asked.poll()) {
            answer(question);
        }
        while (effects.isEmpty() && !events.isEmpty()) {
            hub.on(events.removeFirst(), circumstances.nowNs(), effects::add);
        }
        return effects.pollFirst();
    }

    /** The Spokes take turns; returns whether any of them got on. */
    private boolean evaluateNext() {
        List<Long> after = new ArrayList<>(spokes.tailMap(lastTurn, false).keySet());
        after.addAll(spokes.headMap(lastTurn, true).keySet());
        List<VirtualSpoke> inTurn =
                circumstances.turns(after).stream().map(spokes::get).toList();
        for (VirtualSpoke spoke : inTurn) {
            int told = events.size();
            if (spoke.takeTurn() || events.size() > told) {
                lastTurn = spoke.incarnation();
                return true;
            }
        }
        return isDeadlock(inTurn);
    }

    /**
     * Whether tasks wait for each other, and nothing that any of them waits for is on its way. One of them is told;
     * what becomes of the others is the manager's business.
     */
    private boolean isDeadlock(List<VirtualSpoke> all) {
        List<VirtualSpoke> stuck =
                all.stream().filter(spoke -> spoke.waiting() != null).toList();
        if (stuck.isEmpty()
                || stuck.size()
                        < all.stream().filter(VirtualSpoke::isEvaluating).count()) {
            return !stuck.isEmpty();
        }
        String waiting = stuck.stream().map(VirtualSpoke::waiting).collect(Collectors.joining("; "));
        stuck.get(0).fail(new IllegalStateException("the tasks wait for each other: " + waiting));
        return true;
    }

    private void perform(HubEffect effect) {
        if (effect instanceof HubEffect.Launch launch) {
            VirtualSpoke spoke = new VirtualSpoke(
                    new SpokeIdentity(launch.slot(), launch.incarnation(), HOST), backend, new Surroundings());
            spokes.put(launch.incarnation(), spoke);
            spoke.start();
        } else if (effect instanceof HubEffect.Destroy destroy) {
            VirtualSpoke spoke = spokes.remove(destroy.incarnation());
            if (spoke != null) {
                spoke.destroy();
            }
        } else if (effect instanceof HubEffect.Send send) {
            VirtualSpoke spoke = spokes.get(send.incarnation());
            if (spoke != null) {
                spoke.hear(new SpokeEvent.Received(send.message()));
            }
        }
    }

    @Override
    public long nowNs() {
        return circumstances.nowNs();
    }

    @Override
    public int maxPayloadLength() {
        return Integer.MAX_VALUE;
    }

    /**
     * Waits for a command that another thread manages; the evaluator or callback that it is in cannot be ended by
     * force. Inside a callback, the command concludes when the callback has returned.
     */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        synchronized (this) {
            long deadlineNs = System.nanoTime() + CLOSE_TIMEOUT_NS;
            long leftNs = CLOSE_TIMEOUT_NS;
            while (user != null && user != Thread.currentThread() && leftNs > 0) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, leftNs);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
                leftNs = deadlineNs - System.nanoTime();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Surroundings implements VirtualSpoke.Session {

        @Override
        public void tell(HubEvent event) {
            events.add(event);
        }

        @Override
        public Circumstances circumstances() {
            return circumstances;
        }

        @Override
        public VirtualSpoke spoke(long incarnation) {
            return spokes.get(incarnation);
        }

        @Override
        public void ended(VirtualSpoke spoke) {
            spokes.remove(spoke.incarnation());
        }

        @Override
        public boolean tasksMayWait() {
            return tasksMayWait;
        }
    }
}
