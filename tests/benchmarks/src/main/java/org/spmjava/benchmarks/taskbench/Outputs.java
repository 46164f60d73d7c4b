package org.spmjava.benchmarks.taskbench;

import java.nio.ByteBuffer;

/** What a task hands on: pairs of its step and its point, which whoever gets it checks. */
final class Outputs {

    /** The least, and the usual, length of an output. */
    static final int PAIR_BYTES = 2 * Long.BYTES;

    private Outputs() {}

    /** @throws IllegalArgumentException unless outputs of that length hold whole pairs */
    static void requireLength(int outputBytes) {
        if (outputBytes < PAIR_BYTES || outputBytes % PAIR_BYTES != 0) {
            throw new IllegalArgumentException("outputs have whole pairs of " + PAIR_BYTES + " bytes: " + outputBytes);
        }
    }

    /** Writes the output of a task. */
    static void write(ByteBuffer row, int index, int outputBytes, int step, int point) {
        for (int i = index; i < index + outputBytes; i += PAIR_BYTES) {
            row.putLong(i, step);
            row.putLong(i + Long.BYTES, point);
        }
    }

    /**
     * Checks an input.
     *
     * @throws IllegalStateException unless it is the output of that task
     */
    static void require(ByteBuffer row, int index, int outputBytes, int step, int point) {
        for (int i = index; i < index + outputBytes; i += PAIR_BYTES) {
            if (row.getLong(i) != step || row.getLong(i + Long.BYTES) != point) {
                throw new IllegalStateException("the output of step " + step + ", point " + point + " was expected, but"
                        + " that of step " + row.getLong(i) + ", point " + row.getLong(i + Long.BYTES) + " is there");
            }
        }
    }
}
