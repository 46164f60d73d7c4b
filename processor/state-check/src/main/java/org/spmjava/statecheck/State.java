package org.spmjava.statecheck;

/**
 * The state in which code is reached.
 *
 * @param side where it runs
 * @param line whether a manager is in charge
 * @param coarse whether it is part of a task of coarse grain
 */
record State(Side side, Line line, boolean coarse) {

    static State of(Side side, Line line) {
        return new State(side, line, false);
    }

    /** The state inside a method, called in this state, that declares one: what it declares replaces what is here. */
    State enter(Side declaredSide, Line declaredLine) {
        boolean keepsSide = declaredSide == Side.UNSAID || declaredSide == Side.SELF && side != Side.UNSAID;
        boolean keepsLine = declaredLine == Line.UNSAID;
        return new State(keepsSide ? side : declaredSide, keepsLine ? line : declaredLine, coarse);
    }

    /** The state of a static initialiser: it runs once, whenever its class is first used. */
    State initialising() {
        return new State(side, Line.UNSAID, coarse);
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
