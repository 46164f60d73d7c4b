package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;
import static org.spmjava.testing.simulation.Setting.NEVER;

import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spmjava.api.SpokeFilter;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;

/** How far every Spoke is, as the Hub may know it; the Hub treats none otherwise. */
final class Lifecycles {

    private enum State {
        LAUNCHED,
        JOINED,
        DESTROYED,
        GONE
    }

    private static final class Life {
        private final long incarnation;
        private State state = State.LAUNCHED;
        private long heardNs;
        private long destroyedNs = NEVER;
        private boolean silent;

        private Life(long incarnation, long heardNs) {
            this.incarnation = incarnation;
            this.heardNs = heardNs;
        }
    }

    private final Setting setting;
    private final long silenceTimeoutNs;
    private final TreeMap<Long, Life> lives = new TreeMap<>();
    /** Those that the Hub has ended by force and of whose end it has not heard. */
    private final TreeSet<Long> ending = new TreeSet<>();

    private final TreeMap<Integer, Life> inSlot = new TreeMap<>();
    private boolean sessionEnded;

    Lifecycles(Setting setting, long silenceTimeoutNs) {
        this.setting = setting;
        this.silenceTimeoutNs = silenceTimeoutNs;
    }

    /** The Hub is about to be told. */
    void before(HubEvent event) {
        if (event instanceof HubEvent.Received received) {
            Life life = lives.get(received.incarnation());
            life.heardNs = setting.nowNs();
        } else if (event instanceof HubEvent.SpokeExited exited) {
            lives.get(exited.incarnation()).state = State.GONE;
            ending.remove(exited.incarnation());
        } else if (event instanceof HubEvent.SessionEnded) {
            sessionEnded = true;
        }
    }

    /** The Hub wants something done. */
    void wants(HubEffect effect) {
        if (effect instanceof HubEffect.Launch launch) {
            launched(launch);
        } else if (effect instanceof HubEffect.SpokeJoined joined) {
            Life life = lives.get(joined.spoke().incarnation());
            Invariant.check(life.state == State.LAUNCHED, "joined out of turn: " + joined.spoke());
            life.state = State.JOINED;
        } else if (effect instanceof HubEffect.Destroy destroy) {
            Life life = lives.get(destroy.incarnation());
            check(
                    life.state == State.LAUNCHED || life.state == State.JOINED,
                    "ended by force though it is ending or gone: incarnation",
                    destroy.incarnation());
            life.state = State.DESTROYED;
            ending.add(destroy.incarnation());
            life.destroyedNs = setting.nowNs();
            life.silent = setting.nowNs() - life.heardNs >= silenceTimeoutNs;
        } else if (effect instanceof HubEffect.SpokeLeft left) {
            Invariant.check(isGone(left.spoke().incarnation()), "told to be gone before it was: " + left.spoke());
        } else if (effect instanceof HubEffect.Send send) {
            Invariant.check(isUp(send.incarnation()), "a message to a Spoke that is not up: " + send);
        }
    }

    private void launched(HubEffect.Launch launch) {
        Life life = new Life(launch.incarnation(), setting.nowNs());
        Life before = inSlot.put(launch.slot(), life);
        check(!sessionEnded, "launched after the session's end: incarnation", launch.incarnation());
        check(before == null || before.state == State.GONE, "two processes in slot", launch.slot());
        boolean fresh = lives.isEmpty() || launch.incarnation() > lives.lastKey();
        check(fresh, "used before: incarnation", launch.incarnation());
        lives.put(launch.incarnation(), life);
    }

    /** Nobody is silent for long and still counted on; to be asked after a tick. */
    void checkNobodyIsSilent() {
        for (Life life : inSlot.values()) {
            boolean heard = life.state != State.JOINED || setting.nowNs() - life.heardNs < silenceTimeoutNs;
            check(heard, "silent for long, and still counted on: incarnation", life.incarnation);
        }
    }

    boolean isUp(long incarnation) {
        return lives.get(incarnation).state == State.JOINED;
    }

    boolean isGone(long incarnation) {
        return lives.get(incarnation).state == State.GONE;
    }

    /** Those that the Hub has ended by force and of whose end it has not heard. */
    SortedSet<Long> ending() {
        return ending;
    }

    /** Whether the Hub ended it by force, so long ago, and has not heard that it is gone. */
    boolean overdue(long incarnation, long timeoutNs) {
        Life life = lives.get(incarnation);
        return life.state == State.DESTROYED && setting.nowNs() - life.destroyedNs >= timeoutNs;
    }

    /** Whether the Hub is ending it, for anything but its silence. */
    boolean isEnding(long incarnation) {
        Life life = lives.get(incarnation);
        return life.state == State.DESTROYED && !life.silent;
    }

    /** Whether a Spoke that a filter means is on its way, or may be launched some day. */
    boolean mayCome(SpokeFilter filter) {
        boolean comes = inSlot.entrySet().stream()
                .filter(entry -> entry.getValue().state == State.LAUNCHED)
                .anyMatch(entry -> filter.accepts(identity(entry.getKey(), entry.getValue().incarnation)));
        return comes || filter.accepts(identity(0, lives.lastKey() + 1));
    }

    private static SpokeIdentity identity(int slot, long incarnation) {
        return new SpokeIdentity(slot, incarnation, "simulated");
    }

    /** The Spoke that is up in a slot, or {@code null}. */
    SpokeIdentity up(int slot) {
        Life life = inSlot.get(slot);
        return life != null && life.state == State.JOINED ? identity(slot, life.incarnation) : null;
    }
}
