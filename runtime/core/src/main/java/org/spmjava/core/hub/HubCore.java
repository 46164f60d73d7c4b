package org.spmjava.core.hub;

import java.util.Optional;
import java.util.function.Consumer;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.manager.Watch;
import org.spmjava.core.manager.WatchedManager;
import org.spmjava.core.message.MessageCodec;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.message.SpokeMessage.Join;
import org.spmjava.core.tracker.Exit;
import org.spmjava.core.tracker.Tracker;
import org.spmjava.core.tracker.TrackerConfig;

/**
 * The door of the Hub's core: an event goes in with its time, effects come out. Holds the tracker, which is always
 * online, and at most one command.
 *
 * <p>Deterministic: the same events at the same times give the same effects. Time is in nanoseconds of any clock that
 * does not go backwards.
 */
public final class HubCore {

    private static final String CLOSED = "the session was closed";

    private final HubConfig config;
    private final Optional<Watch> watch;
    private final Tracker tracker;
    private Command command;
    private boolean sessionEnding;
    private boolean sessionOver;
    private Consumer<HubEffect> effects;
    private long nowNs;

    /**
     * Makes the core of a session without Spokes yet; the first {@link HubEvent.Tick} asks for them.
     *
     * @param trackerConfig the tracker's constants
     * @param config the core's own
     */
    public HubCore(TrackerConfig trackerConfig, HubConfig config) {
        this(trackerConfig, config, Optional.empty());
    }

    /**
     * Makes the core of a session whose managers are watched.
     *
     * @param trackerConfig the tracker's constants
     * @param config the core's own
     * @param watch told of every event that a manager recognises, in between the effects that it has
     */
    public HubCore(TrackerConfig trackerConfig, HubConfig config, Watch watch) {
        this(trackerConfig, config, Optional.of(watch));
    }

    private HubCore(TrackerConfig trackerConfig, HubConfig config, Optional<Watch> watch) {
        this.config = config;
        this.watch = watch;
        this.tracker = new Tracker(trackerConfig, new TrackerOutcomes());
    }

    /**
     * Something happened.
     *
     * @param event what
     * @param eventNs when
     * @param sink gets the effects in the order in which they are to be done; must not call back
     * @throws IllegalStateException if a command is invoked while there is one
     */
    public void on(HubEvent event, long eventNs, Consumer<HubEffect> sink) {
        effects = sink;
        nowNs = eventNs;
        if (event instanceof HubEvent.Received received) {
            received(received.incarnation(), received.message());
        } else if (event instanceof HubEvent.Tick) {
            tracker.tick(nowNs);
            if (command != null) {
                command.tick();
            }
        } else if (event instanceof HubEvent.CallbacksReturned returned) {
            if (command != null && command.number() == returned.command()) {
                command.callbacksReturned(returned.callbacks());
            }
        } else if (event instanceof HubEvent.Answered answered) {
            if (command != null && command.number() == answered.command()) {
                command.answered(answered);
            }
        } else if (event instanceof HubEvent.CommandStopped stopped) {
            if (command != null && command.number() == stopped.command()) {
                command.stop();
            }
        } else if (event instanceof HubEvent.NeverBegan unbegun) {
            if (command != null) {
                command.received(unbegun.incarnation(), new SpokeMessage.Released(unbegun.command()));
            }
        } else if (event instanceof HubEvent.CommandInvoked invoked) {
            invoke(invoked.spec());
        } else if (event instanceof HubEvent.CommandAborted aborted) {
            if (command != null && command.number() == aborted.command()) {
                command.abort(aborted.reason());
            }
        } else if (event instanceof HubEvent.SpokeExited exited) {
            tracker.exited(exited.incarnation(), exited.exit(), nowNs);
        } else if (event instanceof HubEvent.ExplanationAsked asked) {
            sink.accept(
                    command == null
                            ? new HubEffect.Explained(asked.question(), false, "No command is online.")
                            : command.explain(asked.question(), asked.task()));
        } else if (event instanceof HubEvent.SessionEnded) {
            endSession();
        }
        settle();
    }

    /**
     * How many Spokes have a task, by what the core knows.
     *
     * @return 0 if no command is online
     */
    public int busySpokes() {
        return command == null ? 0 : command.busySpokes();
    }

    private void invoke(CommandSpec spec) {
        if (command != null) {
            throw new IllegalStateException("command " + command.number() + " is online");
        }
        command = new Command(spec, config, new Surroundings());
        if (sessionEnding) {
            command.endAll(CLOSED);
        } else {
            command.invoked();
        }
    }

    private void received(long incarnation, SpokeMessage message) {
        tracker.heard(incarnation, nowNs);
        if (message instanceof Join join) {
            if (join.protocol() == MessageCodec.PROTOCOL) {
                tracker.joined(incarnation, join.host(), nowNs);
            } else {
                tracker.retire(incarnation, "it speaks protocol " + join.protocol() + ", not " + MessageCodec.PROTOCOL);
            }
        } else if (command != null) {
            command.received(incarnation, message);
        }
    }

    private void endSession() {
        sessionEnding = true;
        if (command != null) {
            command.endAll(CLOSED);
        }
        tracker.end();
    }

    private void settle() {
        if (command != null && command.settled(sessionEnding)) {
            effects.accept(command.conclusion());
            command = null;
        }
        if (sessionEnding && !sessionOver && command == null && tracker.ended()) {
            sessionOver = true;
            effects.accept(new HubEffect.SessionOver());
        }
    }

    /** What a command reaches of the session. */
    final class Surroundings {

        long nowNs() {
            return nowNs;
        }

        Tracker tracker() {
            return tracker;
        }

        /** The same to whoever asks it, and somebody may watch. */
        Manager watched(int commandNumber, Manager manager) {
            return watch.<Manager>map(who -> new WatchedManager(manager, commandNumber, who))
                    .orElse(manager);
        }

        void emit(HubEffect effect) {
            effects.accept(effect);
        }
    }

    private final class TrackerOutcomes implements Tracker.Outcomes {

        @Override
        public void launch(int slot, long incarnation) {
            effects.accept(new HubEffect.Launch(slot, incarnation));
        }

        @Override
        public void destroy(long incarnation) {
            effects.accept(new HubEffect.Destroy(incarnation));
            if (command != null) {
                command.spokeGivenUp(incarnation);
            }
        }

        @Override
        public void joined(SpokeIdentity spoke) {
            effects.accept(new HubEffect.SpokeJoined(spoke));
            if (command != null) {
                command.spokeJoined(spoke);
            }
        }

        @Override
        public void lost(SpokeIdentity spoke, Exit exit) {
            effects.accept(new HubEffect.SpokeLeft(spoke, exit));
            if (command != null) {
                command.spokeLost(spoke, exit);
            }
        }
    }
}
