package org.spmjava.aeron;

/**
 * How long the terms of a link are, a third of its log each. Only half a term may be on its way until the driver, which
 * the Hub runs now and then, has seen that it was read: so the longer they are, the less a pair of Spokes that talk
 * depends on anybody else. But of n Spokes that all talk there are n² links, and memory has an end.
 */
final class PeerTerms {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int LARGEST_TO_LEAST = 32;
    private static final int LARGEST_MTU = 65504;
    private static final int MTUS_PER_TERM = 8;
    private static final int TERMS_PER_LOG = 3;
    /** A link takes no more than this share of the memory that is left, so that there is some for the others. */
    private static final int LEAST_SHARE = 64;

    private PeerTerms() {}

    /**
     * The length of the next link's terms, in bytes: long for a Spoke's first links, half as long for twice as many
     * more, and so on, so that all together stay within a multiple of the first.
     *
     * @param least a power of two, which may always be taken
     * @param links how many links the Spoke has opened before
     * @param usableBytes how much memory is left
     */
    static int length(int least, int links, long usableBytes) {
        long most = Math.min(LARGEST, (long) LARGEST_TO_LEAST * least);
        int halvings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(links + 1);
        long length = most >> halvings;
        while (length > least && TERMS_PER_LOG * length * LEAST_SHARE > usableBytes) {
            length /= 2;
        }
        return (int) Math.max(least, length);
    }

    /** The longest frame: a message of up to 64 KB takes two of a link with long terms. */
    static int mtu(int termLength) {
        return Math.min(LARGEST_MTU, termLength / MTUS_PER_TERM);
    }
}
