package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;

import java.util.TreeMap;
import java.util.TreeSet;
import org.spmjava.api.Primitive;
import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.SpokeMessage.Asked;

/** What tasks ask the Hub: only those that may and that run, and each question is answered once and to who asked it. */
final class Questions {

    private final Workload workload;
    private final Ledger ledger;
    /** The questions of each attempt that the Hub has heard and not answered. */
    private final TreeMap<Long, TreeSet<Integer>> open = new TreeMap<>();

    Questions(Workload workload, Ledger ledger) {
        this.workload = workload;
        this.ledger = ledger;
    }

    /** The Hub is about to hear a question of a task that runs. */
    void asked(Asked asked) {
        open.computeIfAbsent(asked.attempt(), unused -> new TreeSet<>()).add(asked.request());
    }

    /** A callback is to hear it. */
    void spoken(Spoken spoken) {
        check(workload.row().primitives().contains(Primitive.ASK), "asked, though the grain does not enable it");
        check(
                ledger.isLive(spoken.attempt(), spoken.spoke().incarnation()),
                "a callback hears what is stale: attempt",
                spoken.attempt());
        check(
                ledger.attempt(spoken.task()) != null
                        && ledger.attempt(spoken.task()).number() == spoken.attempt(),
                "a question of another task than",
                spoken.task());
    }

    /** The Hub answers, or refuses to. */
    void answered(long incarnation, HubMessage message) {
        if (message instanceof HubMessage.Reply reply) {
            check(workload.row().primitives().contains(Primitive.ASK), "answered, though the grain does not enable it");
            answered(incarnation, reply.attempt(), reply.request());
        } else if (message instanceof HubMessage.Refusal refusal) {
            answered(incarnation, refusal.attempt(), refusal.request());
        }
    }

    private void answered(long incarnation, long attempt, int request) {
        boolean asked = open.getOrDefault(attempt, new TreeSet<>()).remove(request);
        check(asked && ledger.isLive(attempt, incarnation), "an answer that nobody waits for: attempt", attempt);
    }
}
