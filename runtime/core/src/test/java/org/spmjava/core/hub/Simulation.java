package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeCore;
import org.spmjava.core.spoke.SpokeEffect;
import org.spmjava.core.spoke.SpokeEvent;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.TrackerConfig;

/**
 * One session under a virtual clock: the cores that ship, with Spokes, messages, user callbacks and faults drawn from a
 * seed. Every invariant is checked as soon as it can be broken.
 */
final class Simulation {

    private static final long MS = 1_000_000;
    private static final int SLOTS_MAX = 4;
    private static final List<Pattern> PATTERNS = List.of(Pattern.LIST, Pattern.DAG, Pattern.TEMPLATE);
    private static final long HORIZON_NS = 600_000 * MS;

    private final Random random;
    private final long seed;
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
    private final HubCore hub;
    private final TreeMap<Long, SimSpoke> spokes = new TreeMap<>();
    private final StringBuilder log = new StringBuilder();
    private final double crashRate;
    private final double pauseRate;
    private final int slots;
    private long nowNs;
    private long sequence;
    private SimCommand command;
    private boolean sessionEnding;
    private boolean sessionOver;

    private record Happening(long atNs, long sequence, Runnable what) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            int byTime = Long.compare(atNs, other.atNs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    Simulation(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.slots = random.nextInt(SLOTS_MAX + 1);
        this.crashRate = random.nextInt(3) == 0 ? random.nextDouble() * 0.02 : 0;
        this.pauseRate = random.nextInt(4) == 0 ? random.nextDouble() * 0.005 : 0;
        this.hub = new HubCore(
                new TrackerConfig(slots, 30_000 * MS, 10_000 * MS, 100 * MS, 5_000 * MS), HubConfig.DEFAULT);
    }

    /** Runs some commands one after the other, then ends the session; returns the log. */
    String run() {
        tick();
        int commands = 1 + random.nextInt(3);
        for (int number = 1; number <= commands; number++) {
            after(random.nextInt(2_000) * MS, () -> {});
            command = new SimCommand(number);
            hubEvent(new HubEvent.CommandInvoked(command.spec));
            if (random.nextInt(20) == 0) {
                // The user closes the session while a command is online.
                after(random.nextInt(3_000) * MS, this::end);
            }
            while (!command.concluded) {
                step();
                check(nowNs <= command.latestEndNs(), "the command did not conclude in time");
            }
            if (sessionOver) {
                break;
            }
        }
        end();
        while (!sessionOver) {
            step();
        }
        check(spokes.values().stream().noneMatch(spoke -> spoke.alive), "a process outlived the session");
        return log.toString();
    }

    private void end() {
        sessionEnding = true;
        hubEvent(new HubEvent.SessionEnded());
    }

    private void step() {
        Happening next = agenda.poll();
        check(next != null && next.atNs < HORIZON_NS, "nothing happens any more");
        nowNs = next.atNs;
        next.what.run();
    }

    private void after(long delayNs, Runnable what) {
        agenda.add(new Happening(nowNs + delayNs, sequence++, what));
    }

    private void tick() {
        hubEvent(new HubEvent.Tick());
        after(2 * MS, this::tick);
    }

    private void hubEvent(HubEvent event) {
        List<HubEffect> effects = new ArrayList<>();
        hub.on(event, nowNs, effects::add);
        effects.forEach(this::perform);
    }

    private void perform(HubEffect effect) {
        log.append(nowNs).append(' ').append(effect.getClass().getSimpleName()).append(' ');
        if (effect instanceof HubEffect.Launch launch) {
            log.append(launch);
            SimSpoke spoke = new SimSpoke(launch.slot(), launch.incarnation());
            spokes.put(launch.incarnation(), spoke);
            after((50 + random.nextInt(900)) * MS, spoke::start);
        } else if (effect instanceof HubEffect.Destroy destroy) {
            log.append(destroy);
            SimSpoke spoke = spokes.get(destroy.incarnation());
            after(random.nextInt(20) * MS, () -> spoke.die(new Exit(true, "signal 9")));
        } else if (effect instanceof HubEffect.Send send) {
            log.append(send.incarnation()).append(send.message().getClass().getSimpleName());
            command.sent(spokes.get(send.incarnation()), send.message());
            spokes.get(send.incarnation()).fromHub(new SpokeEvent.Received(send.message()));
        } else if (effect instanceof HubEffect.TaskFinal last) {
            log.append(last.task()).append(last.verdict()).append(last.text());
            command.finalStatus(last);
        } else if (effect instanceof HubEffect.PhaseEntered entered && entered.phase() == Phase.TASKS_EVAL) {
            command.runningSinceNs = nowNs;
        } else if (effect instanceof HubEffect.Concluded concluded) {
            log.append(concluded.command()).append(concluded.spokes().keySet()).append(concluded.residue());
            command.conclude(concluded);
        } else if (effect instanceof HubEffect.SessionOver) {
            sessionOver = true;
        }
        log.append('\n');
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what + "; replay with: new Simulation(" + seed + "L).run()\n" + tail());
        }
    }

    private String tail() {
        return log.substring(Math.max(0, log.length() - 4_000));
    }

    /** What a task will do when it is evaluated. */
    private enum Fate {
        RETURN,
        THROW,
        EXIT,
        HANG,
        OUT_OF_MEMORY
    }

    private final class SimCommand {
        private final CommandSpec spec;
        private final long invokedNs = nowNs;
        private final boolean throwsSometimes = random.nextInt(10) == 0;
        private final long callbackNs = random.nextInt(4) == 0 ? random.nextInt(30) * MS : 0;
        private final long typicalTaskNs = (long) Math.pow(10, 3 + random.nextInt(6));
        private final TreeMap<Integer, Verdict> verdicts = new TreeMap<>();
        private final TreeMap<Integer, Integer> starts = new TreeMap<>();
        private final TreeMap<Integer, Long> assignedNs = new TreeMap<>();
        private final TreeSet<Integer> acquired = new TreeSet<>();
        private long runningSinceNs = Long.MAX_VALUE;
        private int callbacks;
        private long callbackFreeNs;
        private boolean endedByForce;
        private boolean concluded;

        SimCommand(int number) {
            Pattern pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
            int count = pattern == Pattern.TEMPLATE
                    ? 1
                    : random.nextInt(4) == 0 ? random.nextInt(2_000) : random.nextInt(12);
            List<TaskSpec> tasks = new ArrayList<>();
            boolean relaunches = random.nextInt(8) == 0;
            for (int task = 0; task < count; task++) {
                tasks.add(new TaskSpec(
                        "task " + task,
                        (1 + random.nextInt(5_000)) * MS,
                        relaunches && random.nextInt(4) == 0,
                        relaunches && random.nextInt(4) == 0,
                        new byte[] {(byte) (task >> 8), (byte) task},
                        pattern == Pattern.DAG ? predecessors(task) : TaskSpec.NO_PREDECESSORS));
            }
            TreeSet<Integer> pool = new TreeSet<>();
            for (int slot = 0; slot < slots; slot++) {
                if (random.nextInt(4) > 0) {
                    pool.add(slot);
                }
            }
            int min = 1 + random.nextInt(2);
            int max = Math.max(min, random.nextInt(2) == 0 ? pool.size() : 1 + random.nextInt(SLOTS_MAX));
            spec = new CommandSpec(
                    number,
                    "Definition",
                    42,
                    pattern,
                    pattern == Pattern.LIST
                            ? Policy.ISOLATED
                            : pattern == Pattern.DAG ? Policy.DESCENDANTS : Policy.ONCE,
                    Grain.COARSE,
                    tasks,
                    1,
                    pool,
                    SpokeFilter.every(),
                    min,
                    max,
                    (1 + random.nextInt(3_000)) * MS,
                    (1 + random.nextInt(60_000)) * MS);
        }

        private int[] predecessors(int task) {
            int count = task == 0 ? 0 : random.nextInt(4);
            return random.ints(count, Math.max(0, task - 20), Math.max(1, task)).toArray();
        }

        long latestEndNs() {
            long slackNs = 15_000 * MS + verdicts.size() * callbackNs;
            return invokedNs + spec.waitNs() + spec.executionNs() + slackNs;
        }

        /** Which task a Spoke's assignment is: of a template each slot has one. */
        private int key(int slot, byte[] payload) {
            return spec.pattern() == Pattern.TEMPLATE ? slot : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        }

        private TaskSpec of(int task) {
            return spec.tasks().get(spec.pattern() == Pattern.TEMPLATE ? 0 : task);
        }

        void sent(SimSpoke spoke, HubMessage message) {
            int slot = spoke.identity.slot();
            if (message instanceof HubMessage.Begin && acquired.add(slot)) {
                check(spec.slots().contains(slot), "slot " + slot + " is not in the pool");
                check(acquired.size() <= spec.spokesMax(), "more Spokes than the maximum");
                boolean late = nowNs - invokedNs > spec.waitNs() + 2 * MS;
                check(!late || spec.pattern() != Pattern.TEMPLATE, "a template took a late Spoke");
            } else if (message instanceof HubMessage.Assign assign) {
                check(nowNs >= runningSinceNs, "a task was assigned before the minimum was there");
                assignedNs.put(key(slot, assign.payload()), nowNs);
            }
        }

        void started(SimSpoke spoke, byte[] payload) {
            int task = key(spoke.identity.slot(), payload);
            check(!concluded, "task " + task + " started after the conclusion");
            check(starts.merge(task, 1, Integer::sum) == 1, "task " + task + " was started twice");
            TaskSpec started = of(task);
            for (int predecessor : started.predecessors()) {
                boolean returned = verdicts.get(predecessor) == Verdict.RETURNED;
                check(returned, "task " + task + " started before task " + predecessor + " returned");
            }
            check(!started.relaunchPre() || !spoke.used, "task " + task + " demanded a fresh Spoke");
            check(!spoke.spent, "task " + task + " started on a Spoke that was to be relaunched");
            spoke.used = true;
            spoke.spent = started.relaunchPost();
        }

        void finalStatus(HubEffect.TaskFinal last) {
            check(!concluded, "a status after the conclusion");
            check(verdicts.put(last.task(), last.verdict()) == null, "a second verdict for task " + last.task());
            judge(last);
            callbackFreeNs = Math.max(callbackFreeNs, nowNs) + callbackNs + random.nextInt(1_000);
            after(callbackFreeNs - nowNs, this::callback);
        }

        /** Whether the verdict is what the model says, judged by what really happened to the Spoke. */
        private void judge(HubEffect.TaskFinal last) {
            boolean expired = runningSinceNs != Long.MAX_VALUE && nowNs - runningSinceNs >= spec.executionNs();
            boolean forced = endedByForce || sessionEnding;
            if (last.verdict() == Verdict.DROPPED) {
                boolean waited = runningSinceNs == Long.MAX_VALUE && nowNs - invokedNs >= spec.waitNs();
                boolean lost = Arrays.stream(of(last.task()).predecessors())
                        .anyMatch(predecessor ->
                                verdicts.containsKey(predecessor) && verdicts.get(predecessor) != Verdict.RETURNED);
                check(expired || forced || waited || lost, "dropped without a reason");
                boolean started = spec.pattern() != Pattern.TEMPLATE && starts.containsKey(last.task());
                // What a Spoke has just begun cannot be known when the command is ended by force.
                check(expired || forced || !started, "a dropped task had been started");
                return;
            }
            SimSpoke spoke = spokes.get(last.spoke().incarnation());
            int task = spec.pattern() == Pattern.TEMPLATE ? spoke.identity.slot() : last.task();
            long timeoutNs = of(task).timeoutNs();
            switch (last.verdict()) {
                case RETURNED -> {
                    check(starts.containsKey(task), "it returned without having started");
                    check(key(spoke.identity.slot(), last.result()) == task, "another task's value");
                }
                case LOAD_UNCAUGHT, EVAL_UNCAUGHT -> check(starts.containsKey(task), "it threw without having started");
                case LOAD_TIMEOUT, EVAL_TIMEOUT ->
                    check(expired || nowNs - assignedNs.get(task) >= timeoutNs, "a timeout before the deadline");
                case LOAD_KILL, EVAL_KILL ->
                    check(forced || spoke.exit != null && spoke.exit.fromOutside(), "a kill without a killer");
                case LOAD_FATAL, EVAL_FATAL ->
                    check(spoke.outOfMemory || spoke.exit != null && !spoke.exit.fromOutside(), "fatal, but killed");
                default -> throw new AssertionError(last.verdict());
            }
        }

        private void callback() {
            if (endedByForce || concluded) {
                return;
            }
            if (throwsSometimes && random.nextInt(10) == 0) {
                endedByForce = true;
                hubEvent(new HubEvent.CommandAborted(spec.command(), "a callback threw"));
            } else {
                callbacks++;
                hubEvent(new HubEvent.CallbacksReturned(spec.command(), callbacks));
            }
        }

        void conclude(HubEffect.Concluded conclusion) {
            check(!concluded, "a second conclusion");
            concluded = true;
            int expected = spec.pattern() == Pattern.TEMPLATE
                    ? Math.max(1, verdicts.size())
                    : spec.tasks().size();
            check(verdicts.size() == expected, "a task without a verdict: " + verdicts.size() + " of " + expected);
            check(verdicts.isEmpty() || verdicts.lastKey() == expected - 1, "a hole in the tasks");
            check(endedByForce || sessionEnding || callbacks == verdicts.size(), "a callback has not returned");
            check(conclusion.residue().isEmpty(), "residue " + conclusion.residue());
            for (SimSpoke spoke : spokes.values()) {
                boolean involved = conclusion.spokes().containsKey(spoke.incarnation);
                check(!involved || !spoke.evaluating, "a Spoke evaluates after the conclusion");
                check(!involved || !endedByForce || !spoke.alive, "a Spoke of a command ended by force is alive");
            }
        }
    }

    private final class SimSpoke {
        private final long incarnation;
        private final SpokeCore core = new SpokeCore(500 * MS);
        private final SpokeIdentity identity;
        private long toHubFreeNs;
        private long toSpokeFreeNs;
        private long pausedUntilNs;
        private boolean alive = true;
        private boolean up;
        private boolean evaluating;
        private boolean used;
        private boolean spent;
        private boolean outOfMemory;
        private Exit exit;

        SimSpoke(int slot, long incarnation) {
            this.incarnation = incarnation;
            this.identity = new SpokeIdentity(slot, incarnation, "simulated");
        }

        void start() {
            if (!alive) {
                return;
            }
            if (random.nextInt(50) == 0) {
                die(new Exit(false, "it could not start"));
                return;
            }
            up = true;
            on(new SpokeEvent.Started(identity.host()));
            tick();
        }

        private void tick() {
            if (!alive) {
                return;
            }
            if (random.nextDouble() < crashRate) {
                die(new Exit(random.nextBoolean(), "a fault"));
                return;
            }
            // Not paused anew while it is: what waits for it would change its order, which no transport does.
            if (random.nextDouble() < pauseRate && nowNs >= pausedUntilNs) {
                pausedUntilNs = nowNs + random.nextInt(20_000) * MS;
            }
            whenRunning(() -> on(new SpokeEvent.Tick()));
            after(5 * MS, this::tick);
        }

        /** A stopped process does nothing until it is continued. */
        private void whenRunning(Runnable what) {
            if (nowNs < pausedUntilNs) {
                after(pausedUntilNs - nowNs, () -> whenRunning(what));
            } else if (alive && up) {
                what.run();
            }
        }

        void fromHub(SpokeEvent event) {
            toSpokeFreeNs = Math.max(toSpokeFreeNs, nowNs + latencyNs()) + 1;
            after(toSpokeFreeNs - nowNs, () -> whenRunning(() -> on(event)));
        }

        private long latencyNs() {
            return random.nextInt(20) == 0 ? random.nextInt(10) * MS : random.nextInt(20_000);
        }

        private void on(SpokeEvent event) {
            List<SpokeEffect> effects = new ArrayList<>();
            core.on(event, nowNs, effects::add);
            for (SpokeEffect effect : effects) {
                if (effect instanceof SpokeEffect.Send send) {
                    toHub(send.message());
                } else if (effect instanceof SpokeEffect.Evaluate evaluate) {
                    evaluate(evaluate);
                } else if (effect instanceof SpokeEffect.Halt) {
                    die(new Exit(false, "exit code 70"));
                }
            }
        }

        private void toHub(SpokeMessage message) {
            toHubFreeNs = Math.max(toHubFreeNs, nowNs + latencyNs()) + 1;
            after(toHubFreeNs - nowNs, () -> hubEvent(new HubEvent.Received(incarnation, message)));
        }

        void die(Exit how) {
            if (alive) {
                alive = false;
                exit = how;
                evaluating = false;
                // What was sent before arrives before the exit is known.
                toHubFreeNs = Math.max(toHubFreeNs, nowNs + latencyNs()) + 1;
                after(toHubFreeNs - nowNs, () -> hubEvent(new HubEvent.SpokeExited(incarnation, how)));
            }
        }

        private void evaluate(SpokeEffect.Evaluate evaluate) {
            evaluating = true;
            byte[] payload = evaluate.task().payload();
            command.started(this, payload);
            boolean preloads = random.nextInt(10) == 0;
            if (preloads) {
                on(new SpokeEvent.Preloading());
                if (random.nextInt(3) > 0) {
                    on(new SpokeEvent.Online());
                }
            }
            Fate fate = random.nextInt(30) > 0 ? Fate.RETURN : Fate.values()[random.nextInt(Fate.values().length)];
            long durationNs = 1 + (long) (random.nextDouble() * 2 * command.typicalTaskNs);
            switch (fate) {
                case HANG -> {}
                case EXIT -> after(durationNs, () -> whenRunning(() -> die(new Exit(false, "exit code 3"))));
                case RETURN -> end(durationNs, new SpokeEvent.Returned(payload));
                case THROW -> end(durationNs, new SpokeEvent.Threw(Verdict.EVAL_UNCAUGHT, "boom", "trace"));
                case OUT_OF_MEMORY -> {
                    outOfMemory = true;
                    end(durationNs, new SpokeEvent.Threw(Verdict.EVAL_FATAL, "heap", "trace"));
                }
            }
        }

        private void end(long durationNs, SpokeEvent event) {
            after(
                    durationNs,
                    () -> whenRunning(() -> {
                        evaluating = false;
                        on(event);
                    }));
        }
    }
}
