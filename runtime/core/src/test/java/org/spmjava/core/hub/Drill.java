package org.spmjava.core.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Combined;
import org.spmjava.core.hub.HubEffect.Concluded;
import org.spmjava.core.hub.HubEffect.Destroy;
import org.spmjava.core.hub.HubEffect.Launch;
import org.spmjava.core.hub.HubEffect.PhaseEntered;
import org.spmjava.core.hub.HubEffect.Send;
import org.spmjava.core.hub.HubEffect.SpokeJoined;
import org.spmjava.core.hub.HubEffect.SpokeLeft;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Recall;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.HubMessage.Unit;
import org.spmjava.core.message.SpokeMessage.Asked;
import org.spmjava.core.message.SpokeMessage.Heartbeat;
import org.spmjava.core.message.SpokeMessage.Loading;
import org.spmjava.core.message.SpokeMessage.Online;
import org.spmjava.core.message.SpokeMessage.Recalled;
import org.spmjava.core.message.SpokeMessage.Told;
import org.spmjava.core.tracker.Exit;

/**
 * A command at a {@link HubUnderTest} whose Spokes and callbacks do what they do when nothing goes wrong, until a test
 * injects what does; and a record of what becomes of it.
 */
final class Drill {

    private static final long STEP_MS = 1_000;
    private static final int MOST_STEPS = 2_000;

    final HubUnderTest hub;
    final TreeMap<Integer, TaskFinal> finals = new TreeMap<>();
    /** Every Spoke that the Hub ended by force. */
    final TreeSet<Long> ended = new TreeSet<>();

    final List<Combined> combined = new ArrayList<>();
    final List<HubEffect> answers = new ArrayList<>();
    /** The sizes of the units that were formed, one for each member. */
    final List<Integer> units = new ArrayList<>();

    Concluded conclusion;
    private final TreeMap<Long, ArrayDeque<Assign>> has = new TreeMap<>();
    /** Those that joined since the command was invoked. */
    private final TreeSet<Long> alive = new TreeSet<>();

    private final TreeSet<Long> leaving = new TreeSet<>();
    private final TreeSet<Long> launched = new TreeSet<>();
    private final TreeSet<Long> silent = new TreeSet<>();
    private boolean exitsHidden;
    private boolean callbacksOver;
    private int calls;
    private int callsReturned;
    private long nowMs;

    Drill(HubUnderTest hub) {
        this.hub = hub;
    }

    /** Takes note of what the Hub wants. */
    Drill take(List<HubEffect> effects) {
        for (HubEffect effect : effects) {
            if (conclusion != null && ofTheCommand(effect)) {
                throw new AssertionError("after the conclusion: " + effect);
            }
            take(effect);
        }
        return this;
    }

    private static boolean ofTheCommand(HubEffect effect) {
        return effect instanceof TaskFinal
                || effect instanceof Combined
                || effect instanceof Spoken
                || effect instanceof Send
                || effect instanceof PhaseEntered
                || effect instanceof Concluded;
    }

    private void take(HubEffect effect) {
        if (effect instanceof TaskFinal last) {
            calls++;
            if (finals.put(last.task(), last) != null) {
                throw new AssertionError("task " + last.task() + " has two final statuses: " + last);
            }
        } else if (effect instanceof Combined share) {
            calls++;
            combined.add(share);
        } else if (effect instanceof Spoken) {
            calls++;
            answers.add(effect);
        } else if (effect instanceof Destroy destroy) {
            ended.add(destroy.incarnation());
            leaving.add(destroy.incarnation());
        } else if (effect instanceof SpokeJoined joined) {
            alive.add(joined.spoke().incarnation());
        } else if (effect instanceof SpokeLeft left) {
            alive.remove(left.spoke().incarnation());
        } else if (effect instanceof Launch launch) {
            launched.add(launch.incarnation());
        } else if (effect instanceof Concluded concluded) {
            conclusion = concluded;
        } else if (effect instanceof Send send) {
            sent(send);
        }
    }

    private void sent(Send send) {
        if (send.message() instanceof Begin) {
            has.put(send.incarnation(), new ArrayDeque<>());
        } else if (send.message() instanceof Assign assign) {
            has.get(send.incarnation()).addLast(assign);
        } else if (send.message() instanceof Unit unit) {
            units.add(unit.incarnations().size());
        } else if (!(send.message() instanceof Recall) && !(send.message() instanceof Release)) {
            answers.add(send);
        }
    }

    /** Every Spoke with a task starts it: it preloads, and goes online if it is to. */
    Drill start(boolean online) {
        for (long incarnation : List.copyOf(has.keySet())) {
            Assign head = has.get(incarnation).peekFirst();
            if (head != null) {
                take(hub.says(incarnation, new Loading(1, head.attempt())));
                if (online) {
                    take(hub.says(incarnation, new Online(1, head.attempt())));
                }
            }
        }
        return this;
    }

    /** The attempt that runs at a Spoke. */
    long attempt(long incarnation) {
        return has.get(incarnation).getFirst().attempt();
    }

    Drill returns(long incarnation) {
        long attempt = has.get(incarnation).removeFirst().attempt();
        return take(hub.returns(incarnation, attempt));
    }

    Drill fails(long incarnation, Verdict verdict) {
        long attempt = has.get(incarnation).removeFirst().attempt();
        return take(hub.fails(incarnation, attempt, verdict));
    }

    Drill exits(long incarnation, Exit exit) {
        has.remove(incarnation);
        leaving.remove(incarnation);
        return take(hub.exits(incarnation, exit));
    }

    Drill asks(long incarnation) {
        return take(hub.says(incarnation, new Asked(1, attempt(incarnation), 1, "ask", new byte[0])));
    }

    Drill tells(long incarnation) {
        return take(hub.says(incarnation, new Told(1, attempt(incarnation), "tell", new byte[0])));
    }

    /** It says nothing any more, and does nothing. */
    Drill fallsSilent(long incarnation) {
        silent.add(incarnation);
        return this;
    }

    /** No exit is told of any more. */
    Drill hideExits() {
        exitsHidden = true;
        return this;
    }

    Drill throwsInCallback() {
        callbacksOver = true;
        return take(hub.aborts());
    }

    Drill stops() {
        return take(hub.on(new HubEvent.CommandStopped(1)));
    }

    /** Nobody's callbacks are awaited in a session that ends. */
    Drill sessionEnds() {
        callbacksOver = true;
        return take(hub.ends());
    }

    Drill at(long ms) {
        nowMs = ms;
        hub.at(ms);
        heartbeats();
        return take(hub.tick());
    }

    /**
     * What follows from what has happened, without any task's return: exits are told, Spokes join, callbacks return.
     */
    Drill react() {
        boolean more = true;
        while (more) {
            more = false;
            if (!exitsHidden && !leaving.isEmpty()) {
                exits(leaving.first(), HubUnderTest.KILLED);
                more = true;
            } else if (conclusion == null && !callbacksOver && callsReturned < calls) {
                callsReturned = calls;
                take(hub.callbacksReturn(calls));
                more = true;
            } else if (conclusion == null && !launched.isEmpty()) {
                take(hub.join(launched.pollFirst()));
                more = true;
            }
        }
        return this;
    }

    /** Whoever has a task returns it, until the command has concluded; time passes when nobody has. */
    Drill conclude() {
        react();
        for (int step = 0; conclusion == null && step < MOST_STEPS; step++) {
            if (first() == null) {
                at(nowMs + STEP_MS);
            } else {
                returnsNext();
            }
            react();
        }
        return this;
    }

    /** Of those that have a task, the oldest Spoke returns it. */
    void returnsNext() {
        returns(first());
    }

    private Long first() {
        for (Map.Entry<Long, ArrayDeque<Assign>> entry : has.entrySet()) {
            if (!entry.getValue().isEmpty() && !silent.contains(entry.getKey()) && !leaving.contains(entry.getKey())) {
                return entry.getKey();
            }
        }
        return null;
    }

    private void heartbeats() {
        TreeSet<Long> all = new TreeSet<>(alive);
        all.addAll(has.keySet());
        for (long incarnation : all) {
            if (!silent.contains(incarnation)) {
                take(hub.says(incarnation, new Heartbeat()));
            }
        }
    }

    /** Gives back all that a Spoke has behind the task that it is in. */
    Drill answersRecall(long incarnation) {
        List<Long> back = new ArrayList<>();
        Iterator<Assign> behind = has.get(incarnation).iterator();
        behind.next();
        while (behind.hasNext()) {
            back.add(behind.next().attempt());
            behind.remove();
        }
        return take(hub.says(incarnation, new Recalled(1, back)));
    }

    Map<Integer, Verdict> verdicts() {
        TreeMap<Integer, Verdict> verdicts = new TreeMap<>();
        finals.forEach((task, last) -> verdicts.put(task, last.verdict()));
        return verdicts;
    }

    /** The slots of those that took part. */
    TreeSet<Integer> slots() {
        TreeSet<Integer> slots = new TreeSet<>();
        conclusion.spokes().values().stream().map(SpokeIdentity::slot).forEach(slots::add);
        return slots;
    }
}
