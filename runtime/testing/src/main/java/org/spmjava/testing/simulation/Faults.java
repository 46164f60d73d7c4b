package org.spmjava.testing.simulation;

/**
 * What goes wrong in a simulated session, and how often; most sessions know a few kinds of faults, some none. It goes
 * on until {@link #heal}.
 */
final class Faults {

    private static final long MS = 1_000_000;

    private final Chance chance;
    private final double crashesASecond;
    private final double pausesASecond;
    private final double cutsASecond;
    private final double drift;
    private final boolean stubborn;
    private final boolean late;
    private final boolean replays;
    private boolean healed;

    Faults(Chance chance) {
        this.chance = chance;
        this.crashesASecond = chance.oneIn(3) ? chance.fraction() * 4 : 0;
        this.pausesASecond = chance.oneIn(4) ? chance.fraction() : 0;
        this.cutsASecond = chance.oneIn(4) ? chance.fraction() : 0;
        this.drift = chance.oneIn(3) ? chance.fraction() * 0.05 : 0;
        this.late = chance.oneIn(3);
        this.stubborn = chance.oneIn(5);
        this.replays = chance.oneIn(2);
    }

    /** From now on nothing more goes wrong, and what was slow or cut off is no longer. */
    void heal() {
        healed = true;
    }

    boolean healed() {
        return healed;
    }

    double crashesASecond() {
        return healed ? 0 : crashesASecond;
    }

    double pausesASecond() {
        return healed ? 0 : pausesASecond;
    }

    double cutsASecond() {
        return healed ? 0 : cutsASecond;
    }

    /** Whether a link is cut right after a message. */
    boolean isCutNow() {
        return !healed && cutsASecond > 0 && chance.oneIn(200);
    }

    /** By how much a Spoke's clock runs faster or slower than the Hub's, at the most. */
    double drift() {
        return drift;
    }

    /** How fast one Spoke's clock runs by the Hub's. */
    double clockRate() {
        return 1 + drift * (2 * chance.fraction() - 1);
    }

    /** How long it takes from a Spoke's launch until it is up. */
    long startNs() {
        boolean isLate = !healed && late && chance.oneIn(3);
        return (50 + chance.below(isLate ? 8_000 : 900)) * MS;
    }

    boolean spokeCannotStart() {
        return !healed && chance.oneIn(50);
    }

    /** How long it takes to end a process by force: one that is stuck in the system's kernel goes when it likes. */
    long endingNs() {
        boolean stuck = !healed && stubborn && chance.oneIn(4);
        return stuck ? chance.below(30_000 * MS) : chance.below(20 * MS);
    }

    long pauseNs() {
        return chance.below(20_000 * MS);
    }

    /** Whether a message that was heard is heard again, much later. */
    boolean isReplayed() {
        return !healed && replays && chance.oneIn(10);
    }

    /** How long a message is under way. */
    long latencyNs() {
        return !healed && chance.oneIn(20) ? chance.below(10) * MS : chance.below(20_000);
    }
}
