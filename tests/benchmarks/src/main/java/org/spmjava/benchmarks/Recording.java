package org.spmjava.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubCore;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.TrackerConfig;

/**
 * What happened to a Hub's core in a session under a virtual clock, without processes and messages. The core answers
 * the same events with the same effects, so that it can be told them again, alone, and as often as one likes.
 */
final class Recording {

    private static final long MS = 1_000_000;
    private static final long HOUR_NS = 3_600_000 * MS;
    private static final long TICK_NS = 2 * MS;
    /** Every so many tasks, a Spoke is killed in the middle of one. */
    private static final int TASKS_PER_KILL = 1_000;

    private static final byte[] BYTES = new byte[16];
    private static final Exit KILLED = new Exit(true, "signal 9");

    private final Pattern pattern;
    private final int tasks;
    private final int spokes;
    private final int taskMs;
    private final List<Told> told = new ArrayList<>();
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
    private final ArrayDeque<HubEvent> answers = new ArrayDeque<>();
    private final Map<Long, ArrayDeque<HubMessage.Assign>> waiting = new HashMap<>();
    private long nowNs;
    private long ended;
    private long effects;
    private int command;
    private int finals;
    private boolean concluded = true;

    private record Told(HubEvent event, long atNs) {}

    /** The end of the task that a Spoke is in. */
    private record Happening(long atNs, long incarnation, HubMessage.Assign task) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            int byTime = Long.compare(atNs, other.atNs);
            return byTime != 0 ? byTime : Long.compare(task.attempt(), other.task.attempt());
        }
    }

    /**
     * Simulates a session and notes what the Hub's core is told.
     *
     * @param pattern of every command; one command, but of a template as many as it takes
     * @param tasks how many tasks there are in all
     * @param spokes how many Spokes
     * @param taskMs how long tasks take, on an average
     */
    Recording(Pattern pattern, int tasks, int spokes, int taskMs) {
        this.pattern = pattern;
        this.tasks = tasks;
        this.spokes = spokes;
        this.taskMs = taskMs;
        simulate();
    }

    /** How many events the core was told. */
    int events() {
        return told.size();
    }

    /** How many effects they had. */
    long effects() {
        return effects;
    }

    /** Tells a new core all that happened. */
    void replay(Consumer<HubEffect> sink) {
        HubCore hub = newHub();
        for (Told each : told) {
            hub.on(each.event, each.atNs, sink);
        }
    }

    private HubCore newHub() {
        return new HubCore(new TrackerConfig(spokes, HOUR_NS, HOUR_NS, MS, MS), HubConfig.DEFAULT);
    }

    private void simulate() {
        HubCore hub = newHub();
        tell(hub, new HubEvent.Tick());
        int commands = pattern == Pattern.TEMPLATE ? tasks / spokes : 1;
        for (int number = 1; number <= commands; number++) {
            command = number;
            finals = 0;
            concluded = false;
            tell(hub, new HubEvent.CommandInvoked(spec()));
            while (!concluded) {
                step(hub);
            }
        }
    }

    private void step(HubCore hub) {
        long tickNs = (nowNs / TICK_NS + 1) * TICK_NS;
        Happening next = agenda.peek();
        if (next == null || next.atNs >= tickNs) {
            nowNs = tickNs;
            tell(hub, new HubEvent.Tick());
            if (!concluded) {
                tell(hub, new HubEvent.CallbacksReturned(command, finals));
            }
            return;
        }
        agenda.remove();
        nowNs = next.atNs;
        ArrayDeque<HubMessage.Assign> queue = waiting.get(next.incarnation);
        // What needs a task that failed is dropped: a DAG would soon be empty.
        if (++ended % TASKS_PER_KILL == 0 && pattern != Pattern.DAG) {
            waiting.remove(next.incarnation);
            tell(hub, new HubEvent.SpokeExited(next.incarnation, KILLED));
            return;
        }
        queue.removeFirst();
        if (!queue.isEmpty()) {
            start(next.incarnation, queue.peekFirst());
        }
        HubMessage.Assign task = next.task;
        tell(
                hub,
                new HubEvent.Received(
                        next.incarnation,
                        new SpokeMessage.Returned(task.command(), task.attempt(), durationNs(task), BYTES)));
    }

    private void tell(HubCore hub, HubEvent event) {
        answers.add(event);
        while (!answers.isEmpty()) {
            HubEvent each = answers.removeFirst();
            told.add(new Told(each, nowNs));
            hub.on(each, nowNs, this::perform);
        }
    }

    private void perform(HubEffect effect) {
        effects++;
        if (effect instanceof HubEffect.Launch launch) {
            waiting.put(launch.incarnation(), new ArrayDeque<>());
            answers.add(new HubEvent.Received(
                    launch.incarnation(), new SpokeMessage.Join(MessageCodec.PROTOCOL, "simulated")));
        } else if (effect instanceof HubEffect.Send send) {
            received(send.incarnation(), send.message());
        } else if (effect instanceof HubEffect.TaskFinal) {
            finals++;
        } else if (effect instanceof HubEffect.Concluded) {
            concluded = true;
        }
    }

    private void received(long incarnation, HubMessage message) {
        ArrayDeque<HubMessage.Assign> queue = waiting.get(incarnation);
        if (message instanceof HubMessage.Assign assign) {
            queue.addLast(assign);
            if (queue.size() == 1) {
                start(incarnation, assign);
            }
        } else if (message instanceof HubMessage.Release release) {
            answers.add(new HubEvent.Received(incarnation, new SpokeMessage.Released(release.command())));
        } else if (message instanceof HubMessage.Recall recall) {
            HubMessage.Assign current = queue.pollFirst();
            List<Long> attempts = queue.stream().map(HubMessage.Assign::attempt).toList();
            queue.clear();
            if (current != null) {
                queue.add(current);
            }
            answers.add(new HubEvent.Received(incarnation, new SpokeMessage.Recalled(recall.command(), attempts)));
        }
    }

    private void start(long incarnation, HubMessage.Assign task) {
        agenda.add(new Happening(nowNs + durationNs(task), incarnation, task));
    }

    /** From half of the average to three halves, by the attempt's number. */
    private long durationNs(HubMessage.Assign task) {
        return taskMs * (MS / 2 + (task.attempt() * 0x9E3779B97F4A7C15L >>> 44));
    }

    private CommandSpec spec() {
        List<TaskSpec> specs = new ArrayList<>();
        int count = pattern == Pattern.TEMPLATE ? 1 : tasks;
        for (int task = 0; task < count; task++) {
            specs.add(new TaskSpec("task", HOUR_NS, false, false, BYTES, predecessors(task)));
        }
        TreeSet<Integer> pool = new TreeSet<>();
        for (int slot = 0; slot < spokes; slot++) {
            pool.add(slot);
        }
        Compatibility.Row coarse = Compatibility.rows().stream()
                .filter(row -> row.pattern() == pattern)
                .findFirst()
                .orElseThrow();
        return new CommandSpec(
                command,
                "Definition",
                42,
                pattern,
                coarse.policy(),
                coarse.grain(),
                specs,
                1,
                pool,
                SpokeFilter.every(),
                spokes,
                spokes,
                HOUR_NS,
                Long.MAX_VALUE);
    }

    /** Two that come some way before it, so that there is something for every Spoke. */
    private int[] predecessors(int task) {
        int last = task - 4 * spokes;
        return pattern == Pattern.DAG && last > 0 ? new int[] {last - 1, last} : TaskSpec.NO_PREDECESSORS;
    }
}
