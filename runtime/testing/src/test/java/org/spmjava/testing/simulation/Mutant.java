package org.spmjava.testing.simulation;

/**
 * A bug that somebody could make in the cores.
 *
 * @param name the mistake, in a few words
 * @param file the source, below the packages of core
 * @param from what stands there, exactly once
 * @param to what the mistake makes of it
 * @param harm what it would do to users
 */
record Mutant(String name, String file, String from, String to, String harm) {

    String apply(String source) {
        int at = source.indexOf(from);
        if (at < 0 || source.indexOf(from, at + 1) >= 0) {
            throw new IllegalStateException(
                    "mutant '" + name + "' must find its text exactly once in " + file + ": " + from);
        }
        return source.substring(0, at) + to + source.substring(at + from.length());
    }

    @Override
    public String toString() {
        return name + ": " + harm;
    }
}
