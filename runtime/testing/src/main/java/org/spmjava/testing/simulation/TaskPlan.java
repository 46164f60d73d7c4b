package org.spmjava.testing.simulation;

/**
 * What a task will do when it is evaluated.
 *
 * @param fate how it ends
 * @param preloads whether it preloads
 * @param reachesOnline whether it gets as far as its evaluator; true if it does not preload
 * @param durationNs after how long it ends
 */
record TaskPlan(Fate fate, boolean preloads, boolean reachesOnline, long durationNs) {

    enum Fate {
        RETURN,
        THROW,
        EXIT,
        HANG,
        OUT_OF_MEMORY
    }

    /** Most tasks return. */
    static TaskPlan draw(Setting setting, long typicalNs) {
        Chance chance = setting.chance();
        long durationNs = 1 + (long) (chance.fraction() * 2 * typicalNs);
        boolean preloads = chance.oneIn(10);
        boolean fails = !setting.faults().healed() && chance.oneIn(30);
        Fate fate = fails ? Fate.values()[chance.below(Fate.values().length)] : Fate.RETURN;
        boolean reachesOnline = !preloads || fate == Fate.RETURN || !chance.oneIn(3);
        return new TaskPlan(fate, preloads, reachesOnline, durationNs);
    }
}
