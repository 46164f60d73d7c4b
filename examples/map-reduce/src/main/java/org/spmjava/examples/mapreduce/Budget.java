package org.spmjava.examples.mapreduce;

/**
 * What one task may take of its Spoke's memory, and for what. What is not in it: the objects of the user's own code,
 * and one record, when that is longer than a buffer.
 *
 * @param bytes in all
 */
record Budget(long bytes) {

    /** The least that makes sense. */
    static final long LEAST = 64 << 10;

    private static final long DEFAULT = 64 << 20;
    private static final int SMALLEST_BUFFER = 4 << 10;
    private static final int LARGEST_BUFFER = 256 << 10;
    private static final int WIDEST_MERGE = 64;

    /**
     * The budget of a task of this JVM.
     *
     * @param wanted as its user says; 0 for the default
     * @throws JobException if the heap has not so much
     */
    static Budget ofThisJvm(long wanted) {
        return of(wanted, Runtime.getRuntime().maxMemory());
    }

    static Budget of(long wanted, long heapBytes) {
        if (wanted == 0) {
            return new Budget(Math.max(LEAST, Math.min(DEFAULT, heapBytes / 4)));
        }
        if (wanted > heapBytes / 2) {
            throw new JobException("--memory is " + (wanted >> 10) + " KiB, more than half of the Spoke's heap of "
                    + (heapBytes >> 10) + " KiB");
        }
        return new Budget(wanted);
    }

    /** How much of a file is read at once. */
    int inputBuffer() {
        return clamp(bytes / 8);
    }

    /** The longest line, for which the buffer of the input grows. */
    int longestLine() {
        return (int) Math.min(1 << 30, Math.max(bytes / 4, inputBuffer()));
    }

    /** The table of keys and values. */
    long table() {
        return bytes / 2;
    }

    /** How much is written at once. */
    int outputBuffer() {
        return clamp(bytes / 8);
    }

    /** How many runs are merged at once. */
    int fanIn() {
        return (int) Math.max(2, Math.min(WIDEST_MERGE, bytes / 2 / SMALLEST_BUFFER));
    }

    /** How much of each run is read at once. */
    int mergeBuffer(int runs) {
        return clamp(bytes / 2 / runs);
    }

    private static int clamp(long size) {
        return (int) Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, size));
    }
}
