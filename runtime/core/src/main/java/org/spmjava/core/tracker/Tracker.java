package org.spmjava.core.tracker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.spmjava.api.SpokeIdentity;

/** Keeps every slot's Spoke up and knows which of them have joined. */
public final class Tracker {

    private final TrackerConfig config;
    private final Outcomes outcomes;
    private final List<Slot> slots = new ArrayList<>();
    private final TreeMap<Long, Slot> byIncarnation = new TreeMap<>();
    /** When to look at each slot again; what a Spoke says puts its silence off without being noted here. */
    private final Deadlines deadlines = new Deadlines();

    /** Whether the first tick has been. */
    private boolean launched;

    private long lastIncarnation;
    private boolean ending;

    /** What the tracker asks for and tells. */
    public interface Outcomes {

        /**
         * A process is to be launched.
         *
         * @param slot for which slot
         * @param incarnation under which number
         */
        void launch(int slot, long incarnation);

        /**
         * A process is to be ended by force; its exit is awaited.
         *
         * @param incarnation which
         */
        void destroy(long incarnation);

        /**
         * A Spoke has joined.
         *
         * @param spoke who
         */
        void joined(SpokeIdentity spoke);

        /**
         * A Spoke's process is gone.
         *
         * @param spoke who; its host is {@code "?"} if it never joined
         * @param exit how it ended
         */
        void lost(SpokeIdentity spoke, Exit exit);
    }

    private enum State {
        WAITING,
        LAUNCHING,
        JOINED,
        DESTROYING
    }

    private static final class Slot {
        private final int number;
        private State state = State.WAITING;
        private long incarnation;
        private String host = "?";
        private long sinceNs;
        private long heardNs;
        private long relaunchAtNs;
        private long relaunchDelayNs;
        private boolean everJoined;
        private boolean used;
        private String reason = "";

        private Slot(int number) {
            this.number = number;
        }

        private SpokeIdentity identity() {
            return new SpokeIdentity(number, incarnation, host);
        }
    }

    /**
     * Makes a tracker whose slots are all empty; the first {@link #tick} launches them.
     *
     * @param config the constants
     * @param outcomes gets what the tracker decides
     */
    public Tracker(TrackerConfig config, Outcomes outcomes) {
        this.config = config;
        this.outcomes = outcomes;
        for (int slot = 0; slot < config.slots(); slot++) {
            slots.add(new Slot(slot));
        }
    }

    /**
     * Time has passed: launches what is due, gives up what is silent or never joined.
     *
     * @param nowNs the time
     */
    public void tick(long nowNs) {
        if (!launched && !ending) {
            launched = true;
            slots.forEach(slot -> launch(slot, nowNs));
        }
        for (int number : deadlines.takeDue(nowNs)) {
            Slot slot = slots.get(number);
            switch (slot.state) {
                case WAITING -> {
                    if (!ending && passed(slot, slot.relaunchAtNs, nowNs)) {
                        launch(slot, nowNs);
                    }
                }
                case LAUNCHING -> {
                    if (passed(slot, Deadlines.after(slot.sinceNs, config.joinTimeoutNs()), nowNs)) {
                        destroy(slot, "it did not join within " + config.joinTimeoutNs() / 1_000_000 + " ms");
                    }
                }
                case JOINED -> {
                    if (passed(slot, Deadlines.after(slot.heardNs, config.silenceTimeoutNs()), nowNs)) {
                        destroy(slot, "it said nothing for " + config.silenceTimeoutNs() / 1_000_000 + " ms");
                    }
                }
                case DESTROYING -> {}
            }
        }
    }

    /** Whether a slot's time has come; if it has not, it is looked at again then. */
    private boolean passed(Slot slot, long atNs, long nowNs) {
        if (nowNs - atNs >= 0) {
            return true;
        }
        deadlines.arm(slot.number, atNs);
        return false;
    }

    /**
     * A Spoke says that it is up.
     *
     * @param incarnation which; ignored unless it is being launched
     * @param host its host
     * @param nowNs the time
     */
    public void joined(long incarnation, String host, long nowNs) {
        Slot slot = byIncarnation.get(incarnation);
        if (slot == null || slot.state != State.LAUNCHING) {
            return;
        }
        slot.state = State.JOINED;
        slot.host = host;
        slot.heardNs = nowNs;
        slot.everJoined = true;
        slot.relaunchDelayNs = 0;
        deadlines.arm(slot.number, Deadlines.after(nowNs, config.silenceTimeoutNs()));
        outcomes.joined(slot.identity());
    }

    /**
     * A Spoke said anything at all.
     *
     * @param incarnation which
     * @param nowNs the time
     */
    public void heard(long incarnation, long nowNs) {
        Slot slot = byIncarnation.get(incarnation);
        if (slot != null) {
            slot.heardNs = nowNs;
        }
    }

    /**
     * A Spoke's process has ended, or could not be started.
     *
     * @param incarnation which; ignored if it is known to be gone
     * @param exit how
     * @param nowNs the time
     */
    public void exited(long incarnation, Exit exit, long nowNs) {
        Slot slot = byIncarnation.remove(incarnation);
        if (slot == null) {
            return;
        }
        SpokeIdentity gone = slot.identity();
        Exit told = slot.reason.isEmpty()
                ? exit
                : new Exit(exit.fromOutside(), slot.reason + " (" + exit.description() + ")");
        // A Spoke that has worked is replaced at once; one that cannot even join is tried ever more seldom.
        if (slot.everJoined) {
            slot.relaunchDelayNs = 0;
        } else {
            slot.relaunchDelayNs = Math.min(
                    config.relaunchDelayMaxNs(), Math.max(config.relaunchDelayMinNs(), 2 * slot.relaunchDelayNs));
        }
        slot.relaunchAtNs = Deadlines.after(nowNs, slot.relaunchDelayNs);
        slot.state = State.WAITING;
        outcomes.lost(gone, told);
        if (!ending && slot.relaunchDelayNs == 0) {
            launch(slot, nowNs);
        } else {
            deadlines.arm(slot.number, slot.relaunchAtNs);
        }
    }

    /**
     * Ends a Spoke by force; a new incarnation follows.
     *
     * @param incarnation which; ignored if it is gone or on its way out
     * @param reason why, in one line
     */
    public void retire(long incarnation, String reason) {
        Slot slot = byIncarnation.get(incarnation);
        if (slot != null && slot.state != State.DESTROYING) {
            destroy(slot, reason);
        }
    }

    /** Ends every Spoke by force, for good. */
    public void end() {
        ending = true;
        for (Slot slot : slots) {
            if (slot.state == State.LAUNCHING || slot.state == State.JOINED) {
                destroy(slot, "the session ended");
            }
        }
    }

    /**
     * Whether no process is left after {@link #end}.
     *
     * @return false before
     */
    public boolean ended() {
        return ending && byIncarnation.isEmpty();
    }

    /**
     * The Spoke that is up in a slot.
     *
     * @param slot the slot's number
     * @return the Spoke, or empty if it has not joined or is on its way out
     */
    public Optional<SpokeIdentity> spokeIn(int slot) {
        Slot place = slots.get(slot);
        return place.state == State.JOINED ? Optional.of(place.identity()) : Optional.empty();
    }

    /**
     * Whether a slot's Spoke has been launched and has not joined yet.
     *
     * @param slot the slot's number
     * @return false if it has joined, is on its way out, or is to be launched later
     */
    public boolean isLaunching(int slot) {
        return slots.get(slot).state == State.LAUNCHING;
    }

    /**
     * Whether an incarnation is still to join.
     *
     * @param incarnation which
     * @return true also if it is to be launched some day; false if it has joined, or has been
     */
    public boolean mayJoin(long incarnation) {
        Slot slot = byIncarnation.get(incarnation);
        return incarnation > lastIncarnation || slot != null && slot.state == State.LAUNCHING;
    }

    /**
     * A Spoke is about to be given a task.
     *
     * @param incarnation which
     */
    public void use(long incarnation) {
        Slot slot = byIncarnation.get(incarnation);
        if (slot != null) {
            slot.used = true;
        }
    }

    /**
     * Whether a Spoke was ever given a task.
     *
     * @param incarnation which
     * @return false also if it is gone
     */
    public boolean used(long incarnation) {
        Slot slot = byIncarnation.get(incarnation);
        return slot != null && slot.used;
    }

    private void launch(Slot slot, long nowNs) {
        slot.state = State.LAUNCHING;
        slot.incarnation = ++lastIncarnation;
        slot.host = "?";
        slot.sinceNs = nowNs;
        slot.heardNs = nowNs;
        slot.everJoined = false;
        slot.used = false;
        slot.reason = "";
        byIncarnation.put(slot.incarnation, slot);
        deadlines.arm(slot.number, Deadlines.after(nowNs, config.joinTimeoutNs()));
        outcomes.launch(slot.number, slot.incarnation);
    }

    private void destroy(Slot slot, String reason) {
        slot.state = State.DESTROYING;
        slot.reason = reason;
        outcomes.destroy(slot.incarnation);
    }
}
