package org.spmjava.tests.endtoend;

/** A module that does not survive its own preloading. */
final class PreloadLoops {

    static final int NEVER_SET = initialise();

    private PreloadLoops() {}

    private static int initialise() {
        Deeds.loop();
        return 1;
    }
}
