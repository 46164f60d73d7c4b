package org.spmjava.testing.simulation;

/** Something that must hold does not. */
final class Invariant extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Invariant(String what) {
        super(what);
    }

    /** What is thrown if something is wrong whatever holds. */
    static Invariant broken(String what) {
        return new Invariant(what);
    }

    /**
     * Goes on if it holds.
     *
     * @throws Invariant otherwise
     */
    static void check(boolean holds, String what) {
        if (!holds) {
            throw new Invariant(what);
        }
    }

    /** As above; the words with the number are made only if they are needed. */
    static void check(boolean holds, String what, long number) {
        if (!holds) {
            throw new Invariant(what + " " + number);
        }
    }
}
