package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.tracker.Deadlines;

/**
 * The slots that a command holds, kept in the orders in which it asks for them, so that no question costs more than its
 * answer and the logarithm of their number.
 */
final class Roster {

    /** The place of a worker that can take no task. */
    static final long NOWHERE = -1;

    private static final int LOAD_SHIFT = 32;
    private static final long FIRST_LOADED = 1L << LOAD_SHIFT;

    private final HubConfig config;
    private final HubCore.Surroundings hub;
    private final TreeMap<Integer, Worker> bySlot = new TreeMap<>();
    private final TreeMap<Long, Worker> byIncarnation = new TreeMap<>();
    private final TreeMap<Long, SpokeIdentity> involved = new TreeMap<>();
    /** Those that can take tasks, by what they have and then by slot. */
    private final TreeMap<Long, Worker> open = new TreeMap<>();
    /** By slot: when a head is overdue, unless it has become another's turn meanwhile. */
    private final Deadlines heads = new Deadlines();
    /** By slot: when what waits behind a head may be recalled, unless it has become another's turn meanwhile. */
    private final Deadlines hoards = new Deadlines();
    /** By slot: when a Spoke that the command ended becomes residue. */
    private final Deadlines leaving = new Deadlines();
    /** By slot: when a Spoke that does not acknowledge the command's end is ended by force. */
    private final Deadlines releasing = new Deadlines();

    private int ready;
    private int load;
    private int busy;
    /** Whose load has changed since it was noted, or {@code null}: what loses a task mostly gets another at once. */
    private Worker unnoted;

    Roster(HubConfig config, HubCore.Surroundings hub) {
        this.config = config;
        this.hub = hub;
    }

    /** How many slots the command holds. */
    int size() {
        return bySlot.size();
    }

    /** How many of them have a Spoke that neither the command nor the tracker has given up. */
    int ready() {
        return ready;
    }

    /** How many attempts all Spokes have together. */
    int load() {
        return load;
    }

    /** How many Spokes have any. */
    int busy() {
        return busy;
    }

    /** All, by slot. */
    Collection<Worker> all() {
        return bySlot.values();
    }

    /** Every Spoke that took part, by incarnation. */
    SortedMap<Long, SpokeIdentity> involved() {
        return involved;
    }

    /** Who holds a slot, or {@code null}. */
    Worker inSlot(int slot) {
        return bySlot.get(slot);
    }

    /** Who has a Spoke now, or {@code null}. */
    Worker of(long incarnation) {
        return byIncarnation.get(incarnation);
    }

    Worker acquire(int slot) {
        Worker worker = new Worker(bySlot.size(), slot);
        bySlot.put(slot, worker);
        return worker;
    }

    void joined(Worker worker, SpokeIdentity spoke) {
        worker.joined(spoke);
        byIncarnation.put(spoke.incarnation(), worker);
        involved.put(spoke.incarnation(), spoke);
        note(worker);
    }

    /** Its Spoke is gone, or will never be known to be. */
    void lost(Worker worker) {
        byIncarnation.remove(worker.spoke().incarnation());
        int before = worker.load();
        worker.lost();
        count(worker, before);
        leaving.cancel(worker.slot);
        releasing.cancel(worker.slot);
        note(worker);
    }

    /** The tracker has given a Spoke up. */
    void givenUp(long incarnation) {
        Worker worker = of(incarnation);
        if (worker != null) {
            worker.giveUp();
            releasing.cancel(worker.slot);
            note(worker);
        }
    }

    /** The command gives a Spoke up, unless it has. */
    void retire(Worker worker, String reason) {
        if (worker.live()) {
            worker.leave();
            releasing.cancel(worker.slot);
            leaving.arm(worker.slot, Deadlines.after(hub.nowNs(), config.releaseTimeoutNs()));
            note(worker);
            hub.tracker().retire(worker.spoke().incarnation(), reason);
        }
    }

    /** Whether a Spoke that the command gave up is not known to be gone. */
    boolean awaitsExits() {
        return !leaving.isEmpty();
    }

    /** Those that are ready become a unit, ranked by their slots. */
    List<Worker> formUnit() {
        List<Worker> members = new ArrayList<>();
        for (Worker worker : bySlot.values()) {
            if (worker.ready()) {
                worker.belongsToUnit(members.size());
                members.add(worker);
            }
        }
        return members;
    }

    /** Those that are ready are to acknowledge that the command is over; others have no way to take part in it. */
    List<Worker> release() {
        List<Worker> released = new ArrayList<>();
        for (Worker worker : bySlot.values()) {
            if (worker.ready()) {
                releasing.arm(worker.slot, Deadlines.after(hub.nowNs(), config.releaseTimeoutNs()));
                released.add(worker);
            }
        }
        return released;
    }

    void acknowledged(Worker worker) {
        releasing.cancel(worker.slot);
    }

    /** Whether some Spoke has not acknowledged yet. */
    boolean awaitsAcknowledgements() {
        return !releasing.isEmpty();
    }

    /** Takes those that have not acknowledged in time. */
    List<Worker> takeUnacknowledged() {
        return releasing.takeDue(hub.nowNs()).stream().map(bySlot::get).toList();
    }

    /** Takes those whose Spoke was ended and is not known to be gone in time. */
    List<Worker> takeUnreleased() {
        return leaving.takeDue(hub.nowNs()).stream().map(bySlot::get).toList();
    }

    void assign(Worker worker, Attempt attempt) {
        worker.assign(attempt, hub.nowNs());
        count(worker, worker.load() - 1);
        noteLater(worker);
        if (worker.load() == 1) {
            heads.arm(worker.slot, overdueNs(worker));
        } else if (worker.load() == 2) {
            awaitHoard(worker);
        }
    }

    void removeHead(Worker worker) {
        worker.removeHead(hub.nowNs());
        count(worker, worker.load() + 1);
        noteLater(worker);
        if (worker.load() > 0) {
            heads.arm(worker.slot, overdueNs(worker));
        }
    }

    List<Attempt> giveBack(Worker worker, Predicate<Attempt> which) {
        List<Attempt> given = worker.giveBack(which);
        count(worker, worker.load() + given.size());
        if (worker.load() > 0) {
            heads.arm(worker.slot, overdueNs(worker));
        }
        note(worker);
        return given;
    }

    void recalling(Worker worker, boolean now) {
        worker.recalling(now);
        awaitHoard(worker);
    }

    /** Takes those whose head has overrun its deadline, and the grace after it. */
    List<Worker> takeOverdue() {
        List<Worker> overdue = new ArrayList<>();
        for (int slot : heads.takeDue(hub.nowNs())) {
            Worker worker = bySlot.get(slot);
            if (worker.head() != null && worker.live()) {
                if (hub.nowNs() - overdueNs(worker) >= 0) {
                    overdue.add(worker);
                } else {
                    heads.arm(slot, overdueNs(worker));
                }
            }
        }
        return overdue;
    }

    /** Takes those whose head has run for long with others behind it. */
    List<Worker> takeHoards() {
        List<Worker> found = new ArrayList<>();
        for (int slot : hoards.takeDue(hub.nowNs())) {
            Worker worker = bySlot.get(slot);
            if (worker.hoards() && hub.nowNs() - recallableNs(worker) >= 0) {
                found.add(worker);
            } else {
                awaitHoard(worker);
            }
        }
        return found;
    }

    /** Who has nothing to do, first by slot, or {@code null}. */
    Worker firstIdle() {
        noteNow();
        return idle(open.firstEntry());
    }

    /** Who has nothing to do and a slot after another's, or {@code null}. */
    Worker idleAfter(Worker worker) {
        noteNow();
        return idle(open.higherEntry((long) worker.slot));
    }

    private static Worker idle(Map.Entry<Long, Worker> entry) {
        return entry != null && entry.getKey() < FIRST_LOADED ? entry.getValue() : null;
    }

    /** Who can take a task and has least, or {@code null}. */
    Worker leastLoaded() {
        noteNow();
        return value(open.firstEntry());
    }

    /** Who comes after a place, in the order of what they have, or {@code null}. */
    Worker openAfter(long place) {
        noteNow();
        return value(open.higherEntry(place));
    }

    private static Worker value(Map.Entry<Long, Worker> entry) {
        return entry == null ? null : entry.getValue();
    }

    private void count(Worker worker, int before) {
        int now = worker.load();
        load += now - before;
        busy += (now > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }

    private void noteLater(Worker worker) {
        if (unnoted != worker) {
            noteNow();
            unnoted = worker;
        }
    }

    private void noteNow() {
        if (unnoted != null) {
            note(unnoted);
            unnoted = null;
        }
    }

    private void note(Worker worker) {
        boolean isReady = worker.ready();
        if (isReady != worker.counted) {
            worker.counted = isReady;
            ready += isReady ? 1 : -1;
        }
        long place = isReady && !worker.closed() ? (long) worker.load() << LOAD_SHIFT | worker.slot : NOWHERE;
        if (place != worker.place) {
            if (worker.place != NOWHERE) {
                open.remove(worker.place);
            }
            worker.place = place;
            if (place != NOWHERE) {
                open.put(place, worker);
            }
        }
    }

    private void awaitHoard(Worker worker) {
        if (worker.hoards()) {
            hoards.arm(worker.slot, recallableNs(worker));
        }
    }

    private long overdueNs(Worker worker) {
        long timeoutNs = worker.head().spec.timeoutNs();
        return Deadlines.after(Deadlines.after(worker.headSinceNs(), timeoutNs), config.deadlineGraceNs());
    }

    private long recallableNs(Worker worker) {
        return Deadlines.after(worker.headSinceNs(), config.recallAfterNs());
    }
}
