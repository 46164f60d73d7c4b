package org.spmjava.tests.endtoend;

/** A module that does not survive its own preloading. */
final class PreloadExits {

    static final int NEVER_SET = initialise();

    private PreloadExits() {}

    private static int initialise() {
        System.exit(7);
        return 1;
    }
}
