package org.spmjava.tests.endtoend;

/** A module that does not survive its own preloading. */
final class PreloadThrows {

    static final int NEVER_SET = initialise();

    private PreloadThrows() {}

    private static int initialise() {
        throw new IllegalStateException("boom while loading");
    }
}
