package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.closure.Compatibility;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEvent;

/**
 * One session under a virtual clock: the cores that ship, with Spokes, messages, user code and faults drawn from a
 * seed. A few commands run one after the other, then all faults are healed and one more must succeed, then the session
 * ends.
 */
public final class Simulation {

    private static final int SLOTS_MAX = 4;
    private static final long HORIZON_NS = 3_600_000 * MS;
    private static final long GENEROUS_NS = 600_000 * MS;

    private final long seed;
    private final Setting setting;
    private final Chance chance;
    private final SimulatedHub hub;
    private final int slots;
    private int commands;

    /**
     * Prepares a session.
     *
     * @param seed from which everything is drawn that is left to chance
     */
    public Simulation(long seed) {
        this.seed = seed;
        this.chance = new Chance(seed);
        this.setting = new Setting(new Agenda(), chance, new Faults(chance), new Journal());
        this.slots = chance.below(SLOTS_MAX + 1);
        this.hub = new SimulatedHub(setting, slots);
    }

    /**
     * Runs the session to its end; to be called once.
     *
     * @return this session
     * @throws AssertionError if an invariant was broken; says which, the seed, and how to replay it
     */
    public Simulation run() {
        try {
            runSession();
        } catch (RuntimeException broken) {
            throw new AssertionError(
                    broken + "\nreplay with: " + replayLine(seed) + "\nthe last that happened:\n"
                            + setting.journal().tail(),
                    broken);
        }
        return this;
    }

    /**
     * What has happened, one line an event or effect.
     *
     * @return for the same seed the same
     */
    public String log() {
        return setting.journal().toString();
    }

    /**
     * How to run one session alone.
     *
     * @param seed the session's
     * @return a line for a shell, at the root of the repository
     */
    public static String replayLine(long seed) {
        return "mvn test -pl runtime/testing -am -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dspm.seed=" + seed;
    }

    private void runSession() {
        hub.start();
        int faulty = chance.between(1, 2);
        for (int i = 0; i < faulty; i++) {
            pass(chance.below(2_000) * MS);
            if (!hub.sessionOver()) {
                manage(draw());
            }
        }
        if (!hub.sessionEnding() && slots > 0) {
            hub.heal();
            // Until the Hub knows what had ended before.
            pass(100 * MS);
            Invariant.check(manage(certain()).succeeded(), "without faults, the command did not succeed");
        }
        hub.end();
        while (!hub.sessionOver()) {
            step();
        }
        Invariant.check(hub.everySpokeIsGone(), "a process outlived the session");
    }

    /** A command whose deadlines may pass, and whose Spokes may not come. */
    private Command draw() {
        TreeSet<Integer> pool = new TreeSet<>();
        for (int slot = 0; slot < slots; slot++) {
            if (chance.below(4) > 0) {
                pool.add(slot);
            }
        }
        int min = chance.between(1, 2);
        int max = Math.max(min, chance.oneIn(2) ? pool.size() : chance.between(1, SLOTS_MAX));
        return command(pool, filter(), min, max, (1 + chance.below(3_000)) * MS, (1 + chance.below(60_000)) * MS);
    }

    /** Mostly every Spoke; now and then some of those that have been launched, or none of these. */
    private SpokeFilter filter() {
        if (!chance.oneIn(10)) {
            return SpokeFilter.every();
        }
        long last = chance.between(1, 6);
        SpokeFilter early = new SpokeFilter.Incarnations(
                LongStream.rangeClosed(1, last).boxed().collect(Collectors.toSet()));
        return chance.oneIn(2) ? early : early.negate();
    }

    /** A command that must succeed once nothing goes wrong any more. */
    private Command certain() {
        TreeSet<Integer> pool = new TreeSet<>();
        for (int slot = 0; slot < slots; slot++) {
            pool.add(slot);
        }
        return command(pool, SpokeFilter.every(), 1, slots, GENEROUS_NS, GENEROUS_NS);
    }

    private Command command(
            TreeSet<Integer> pool, SpokeFilter filter, int min, int max, long waitNs, long executionNs) {
        Workload workload = Workload.draw(setting);
        Compatibility.Row row = workload.row();
        CommandSpec spec = new CommandSpec(
                ++commands,
                "Definition",
                42,
                row.pattern(),
                row.policy(),
                row.grain(),
                workload.tasks(),
                workload.repetitions(),
                pool,
                filter,
                min,
                max,
                waitNs,
                executionNs);
        return new Command(workload, spec);
    }

    private record Command(Workload workload, CommandSpec spec) {}

    private CommandWatch manage(Command command) {
        CommandSpec spec = command.spec();
        Callbacks callbacks =
                new Callbacks(setting, hub, spec.command(), !command.workload().isUnit());
        long typicalTaskNs = (long) Math.pow(10, chance.between(3, 8));
        CommandWatch watch =
                new CommandWatch(setting, command.workload(), spec, hub.lifecycles(), callbacks, typicalTaskNs);
        hub.invoke(new HubEvent.CommandInvoked(spec), watch);
        if (!setting.faults().healed() && chance.oneIn(20)) {
            // The user closes the session while a command is online, or a little later.
            setting.after(chance.below(3_000) * MS, () -> {
                if (!setting.faults().healed()) {
                    hub.end();
                }
            });
        }
        while (!watch.concluded()) {
            step();
        }
        return watch;
    }

    private void pass(long durationNs) {
        long untilNs = setting.nowNs() + durationNs;
        while (setting.nowNs() < untilNs) {
            step();
        }
    }

    private void step() {
        Invariant.check(
                setting.agenda().step() && setting.nowNs() < HORIZON_NS, "nothing happens any more that matters");
    }
}
