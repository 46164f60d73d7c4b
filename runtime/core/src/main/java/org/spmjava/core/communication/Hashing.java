package org.spmjava.core.communication;

/** Spreads numbers and keys over ranks, in the same way in every JVM. */
final class Hashing {

    private Hashing() {}

    /** The rank that a number belongs to: the finaliser of MurmurHash3 (A. Appleby, in the public domain). */
    static int rankOfNumber(long number, int size) {
        long mixed = number;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        mixed ^= mixed >>> 33;
        return (int) Long.remainderUnsigned(mixed, size);
    }

    /** The rank that a key belongs to, by its name or text: both are specified to hash the same everywhere. */
    static int rankOfKey(Object key, int size) {
        String text = key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
        return rankOfNumber(text.hashCode(), size);
    }
}
