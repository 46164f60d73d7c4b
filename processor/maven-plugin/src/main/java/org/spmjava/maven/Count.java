package org.spmjava.maven;

/** Numbers of things, as people say them. */
final class Count {

    private Count() {}

    /** For example {@code 1 typedef} or {@code 3 typedefs}. */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
