package org.spmjava.statecheck;

import java.util.Comparator;

/** A method, as class files name it. Compared by value, with the hash at hand: it is looked up very often. */
final class MethodRef implements Comparable<MethodRef> {

    static final String CONSTRUCTOR = "<init>";
    static final String INITIALISER = "<clinit>";

    private static final Comparator<MethodRef> ORDER = Comparator.comparing(MethodRef::owner)
            .thenComparing(MethodRef::name)
            .thenComparing(MethodRef::descriptor);

    /** Names that count up have hashes that do; without this, those of methods would often be the same. */
    private static final int SPREAD = 0x9E3779B1;

    private final String owner;
    private final Signature signature;
    private final int hash;

    /**
     * @param owner the internal name of its class
     * @param name its name
     * @param descriptor its parameters and its result
     */
    MethodRef(String owner, String name, String descriptor) {
        this(owner, new Signature(name, descriptor));
    }

    private MethodRef(String owner, Signature signature) {
        this.owner = owner;
        this.signature = signature;
        hash = SPREAD * owner.hashCode() + signature.hashCode();
    }

    String owner() {
        return owner;
    }

    String name() {
        return signature.name();
    }

    String descriptor() {
        return signature.descriptor();
    }

    /** What tells it from the other methods of its class. */
    Signature signature() {
        return signature;
    }

    /** The method of the same signature in another class. */
    MethodRef in(String type) {
        return type.equals(owner) ? this : new MethodRef(type, signature);
    }

    @Override
    public int compareTo(MethodRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodRef ref
                && hash == ref.hash
                && signature.equals(ref.signature)
                && owner.equals(ref.owner);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return owner + "." + name() + descriptor();
    }
}
