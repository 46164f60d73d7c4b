package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubCore;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeEffect;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.TrackerConfig;

/** The Hub: the core that ships, and around it the Spokes' processes and whoever watches that all is as it must be. */
final class SimulatedHub implements SimulatedSpoke.World {

    static final long LONGEST_TICK_NS = 10 * MS;
    private static final long SILENCE_TIMEOUT_NS = 10_000 * MS;

    private final Setting setting;
    private final HubCore core;
    private final long tickNs;
    private final Lifecycles lifecycles;
    private final Replays replays;
    private final Outgoing outgoing;
    private final TreeMap<Long, SimulatedSpoke> spokes = new TreeMap<>();
    /** The command that is online, or {@code null}. */
    private CommandWatch command;

    private int lastCommand;
    private long questions;
    private boolean sessionEnding;
    private boolean sessionOver;

    SimulatedHub(Setting setting, int slots) {
        this.setting = setting;
        this.core = new HubCore(
                new TrackerConfig(slots, 30_000 * MS, SILENCE_TIMEOUT_NS, 100 * MS, 5_000 * MS), HubConfig.DEFAULT);
        this.tickNs = setting.chance().oneOf(List.of(2L, 10L, 10L)) * MS;
        this.lifecycles = new Lifecycles(setting, SILENCE_TIMEOUT_NS);
        this.replays = new Replays(setting, this);
        this.outgoing = new Outgoing(setting, this::on);
    }

    /** The session begins. */
    void start() {
        on(new HubEvent.Tick());
        lifecycles.checkNobodyIsSilent();
        setting.after(tickNs, this::start);
    }

    Lifecycles lifecycles() {
        return lifecycles;
    }

    SimulatedSpoke spoke(long incarnation) {
        return spokes.get(incarnation);
    }

    boolean sessionEnding() {
        return sessionEnding;
    }

    boolean sessionOver() {
        return sessionOver;
    }

    boolean everySpokeIsGone() {
        return spokes.values().stream().noneMatch(SimulatedSpoke::isAlive);
    }

    /** A command is invoked; if the session is ending, in vain. */
    void invoke(HubEvent.CommandInvoked event, CommandWatch watch) {
        command = watch;
        lastCommand = watch.number();
        if (sessionEnding) {
            watch.force();
        }
        on(event);
    }

    /** The user closes the session. */
    void end() {
        if (!sessionEnding) {
            sessionEnding = true;
            on(new HubEvent.SessionEnded());
        }
    }

    void heal() {
        setting.faults().heal();
        List.copyOf(spokes.values()).forEach(SimulatedSpoke::heal);
    }

    /** Something happened to the Hub. */
    void on(HubEvent event) {
        if (!(event instanceof HubEvent.Tick)) {
            setting.journal().add(setting.nowNs(), event);
        }
        lifecycles.before(event);
        if (command != null) {
            command.before(event);
        }
        List<HubEffect> effects = new ArrayList<>();
        core.on(event, setting.nowNs(), effects::add);
        for (HubEffect effect : effects) {
            setting.journal().add(setting.nowNs(), effect);
            lifecycles.wants(effect);
            if (command != null) {
                command.wants(effect, concerned(effect));
            }
            perform(effect);
        }
        if (command != null) {
            command.after(event, this);
            command = command.concluded() ? null : command;
        }
        if (setting.chance().oneIn(200)) {
            explain();
        }
    }

    /** Somebody asks why a task does not run: there is always an answer, and nothing else comes of it. */
    private void explain() {
        HubEvent.ExplanationAsked asked =
                new HubEvent.ExplanationAsked(++questions, setting.chance().between(-1, 12));
        List<HubEffect> effects = new ArrayList<>();
        core.on(asked, setting.nowNs(), effects::add);
        Invariant.check(
                effects.size() == 1
                        && effects.get(0) instanceof HubEffect.Explained explained
                        && explained.question() == asked.question()
                        && (command == null || command.agrees(asked.task(), explained.ended())),
                "the wrong explanation: " + asked + " " + effects);
    }

    /** The Spoke that an effect is about, or {@code null}. */
    private SimulatedSpoke concerned(HubEffect effect) {
        if (effect instanceof HubEffect.Send send) {
            return spokes.get(send.incarnation());
        } else if (effect instanceof HubEffect.TaskFinal last && last.spoke() != null) {
            return spokes.get(last.spoke().incarnation());
        }
        return null;
    }

    private void perform(HubEffect effect) {
        if (effect instanceof HubEffect.Launch launch) {
            spokes.put(launch.incarnation(), new SimulatedSpoke(setting, this, launch.slot(), launch.incarnation()));
        } else if (effect instanceof HubEffect.Destroy destroy) {
            spokes.get(destroy.incarnation()).destroy();
        } else if (effect instanceof HubEffect.Send send) {
            outgoing.send(send, spokes.get(send.incarnation()));
        } else if (effect instanceof HubEffect.SessionOver) {
            Invariant.check(!sessionOver, "the session ended twice");
            sessionOver = true;
        }
    }

    /** Whether the Hub must take no notice of a message that it has heard before. */
    boolean isStale(long incarnation, SpokeMessage message) {
        return lifecycles.isGone(incarnation)
                || message instanceof SpokeMessage.Join
                || (command == null
                        ? !(message instanceof SpokeMessage.Heartbeat)
                        : command.isStale(incarnation, message));
    }

    /** The Hub is told something that must mean nothing to it. */
    void onStale(HubEvent event) {
        setting.journal().add(setting.nowNs(), "once more:");
        setting.journal().add(setting.nowNs(), event);
        if (event instanceof HubEvent.Received) {
            // Whatever it is, who says it is alive.
            lifecycles.before(event);
        }
        core.on(event, setting.nowNs(), effect -> {
            throw Invariant.broken("the Hub took notice of what is stale: " + event + " caused " + effect);
        });
    }

    @Override
    public void heard(SimulatedSpoke spoke, SpokeMessage message) {
        checkNotOfBefore(spoke.identity(), message);
        HubEvent.Received event = new HubEvent.Received(spoke.identity().incarnation(), message);
        on(event);
        replays.heard(event);
    }

    /** Nothing of a command comes after its conclusion, unless from a Spoke that the Hub has given up. */
    private void checkNotOfBefore(SpokeIdentity spoke, SpokeMessage message) {
        boolean ofBefore = message instanceof SpokeMessage.OfAttempt said && said.command() < online()
                || message instanceof SpokeMessage.Recalled recalled && recalled.command() < online()
                || message instanceof SpokeMessage.Released released && released.command() < online();
        Invariant.check(!ofBefore || !lifecycles.isUp(spoke.incarnation()), "something is left of a concluded command");
    }

    /** The command that is online, or that would be the next. */
    private int online() {
        return command != null ? command.number() : lastCommand + 1;
    }

    @Override
    public void gone(SimulatedSpoke spoke, Exit exit) {
        HubEvent.SpokeExited event = new HubEvent.SpokeExited(spoke.identity().incarnation(), exit);
        on(event);
        replays.gone(event);
    }

    @Override
    public TaskPlan started(SimulatedSpoke spoke, SpokeEffect.Evaluate task) {
        Invariant.check(command != null, "started while no command is online: " + spoke.identity());
        return command.started(spoke, task);
    }
}
