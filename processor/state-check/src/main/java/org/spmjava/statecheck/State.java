package org.spmjava.statecheck;

/**
 * The state in which code is reached.
 *
 * @param side where it runs
 * @param line whether a manager is in charge
 * @param coarse whether it is part of a task of coarse grain
 */
record State(Side side, Line line, boolean coarse) {

    private static final int LINES = Line.values().length;
    /** All of them, by their indexes. */
    private static final State[] ALL = all();

    private static State[] all() {
        State[] all = new State[Side.values().length * LINES * 2];
        for (Side side : Side.values()) {
            for (Line line : Line.values()) {
                for (boolean coarse : new boolean[] {false, true}) {
                    all[index(side, line, coarse)] = new State(side, line, coarse);
                }
            }
        }
        return all;
    }

    private static int index(Side side, Line line, boolean coarse) {
        return (side.ordinal() * LINES + line.ordinal()) * 2 + (coarse ? 1 : 0);
    }

    /** How many there are. */
    static int count() {
        return ALL.length;
    }

    /** From 0 to below {@link #count}, another one for each. */
    int index() {
        return index(side, line, coarse);
    }

    static State of(Side side, Line line) {
        return of(side, line, false);
    }

    /** Always the same instance for the same. */
    static State of(Side side, Line line, boolean coarse) {
        return ALL[index(side, line, coarse)];
    }

    /** The state inside a method, called in this state, that declares one: what it declares replaces what is here. */
    State enter(Side declaredSide, Line declaredLine) {
        boolean keepsSide = declaredSide == Side.UNSAID || declaredSide == Side.SELF && side != Side.UNSAID;
        boolean keepsLine = declaredLine == Line.UNSAID;
        return of(keepsSide ? side : declaredSide, keepsLine ? line : declaredLine, coarse);
    }

    /** The state of a static initialiser: it runs once, whenever its class is first used. */
    State initialising() {
        return of(side, Line.UNSAID, coarse);
    }

    /** The state of what is handed on here to be called: now, or later, when an offline side may have gone online. */
    State handedOn() {
        return line == Line.OFFLINE ? initialising() : this;
    }

    /** Whether a Spoke may be running it. */
    boolean mayBeOnSpoke() {
        return side == Side.SPOKE || side == Side.SELF;
    }

    /** Whether there is anything but Spoke code that it must not reach. */
    boolean isRestricted() {
        return mayBeOnSpoke() || line == Line.ONLINE;
    }
}
