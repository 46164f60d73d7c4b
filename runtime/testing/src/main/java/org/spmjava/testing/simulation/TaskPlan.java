package org.spmjava.testing.simulation;

import org.spmjava.api.Primitive;
import org.spmjava.api.closure.Compatibility;

/**
 * What a task will do when it is evaluated.
 *
 * @param fate how it ends
 * @param preloads whether it preloads
 * @param reachesOnline whether it gets as far as its evaluator; true if it does not preload
 * @param questions how often it asks the Hub, in equal parts of its time
 * @param patient whether it waits for the answers
 * @param durationNs after how long it ends, what it waits for answers left out
 */
record TaskPlan(Fate fate, boolean preloads, boolean reachesOnline, int questions, boolean patient, long durationNs) {

    enum Fate {
        RETURN,
        THROW,
        EXIT,
        HANG,
        OUT_OF_MEMORY
    }

    /** Draws one: most return. */
    static TaskPlan draw(Setting setting, long typicalNs, Compatibility.Row row) {
        Chance chance = setting.chance();
        // Now and then one takes far longer than the others.
        long outlierNs = chance.oneIn(20) ? chance.below(2_000) * Setting.MS : 0;
        long durationNs = 1 + outlierNs + (long) (chance.fraction() * 2 * typicalNs);
        boolean preloads = chance.oneIn(10);
        boolean fails = !setting.faults().healed() && chance.oneIn(30);
        Fate fate = fails ? Fate.values()[chance.below(Fate.values().length)] : Fate.RETURN;
        boolean reachesOnline = !preloads || fate == Fate.RETURN || !chance.oneIn(3);
        // Whether its grain enables it or not, now and then.
        boolean asks = row.primitives().contains(Primitive.ASK) || chance.oneIn(100);
        return new TaskPlan(fate, preloads, reachesOnline, asks ? chance.below(4) : 0, !chance.oneIn(10), durationNs);
    }
}
