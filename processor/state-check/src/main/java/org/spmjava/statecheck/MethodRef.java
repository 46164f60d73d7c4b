package org.spmjava.statecheck;

import java.util.Comparator;

/**
 * A method, as class files name it.
 *
 * @param owner the internal name of its class
 * @param name its name
 * @param descriptor its parameters and its result
 */
record MethodRef(String owner, String name, String descriptor) implements Comparable<MethodRef> {

    static final String CONSTRUCTOR = "<init>";
    static final String INITIALISER = "<clinit>";

    private static final Comparator<MethodRef> ORDER = Comparator.comparing(MethodRef::owner)
            .thenComparing(MethodRef::name)
            .thenComparing(MethodRef::descriptor);

    /** What tells it from the other methods of its class. */
    String key() {
        return name + descriptor;
    }

    @Override
    public int compareTo(MethodRef other) {
        return ORDER.compare(this, other);
    }
}
