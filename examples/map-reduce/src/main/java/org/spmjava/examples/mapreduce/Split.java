package org.spmjava.examples.mapreduce;

import java.nio.file.Path;

/**
 * A part of an input: the lines that begin in a range of a file's bytes.
 *
 * @param file the file
 * @param from the first byte
 * @param to the first byte after them; beyond the file's end if all of it is meant
 * @param input which of the job's inputs the file belongs to, from 0
 * @param fileBytes how long the file was when it was divided
 * @param modifiedMs when it had been changed last, in milliseconds since 1970
 */
record Split(String file, long from, long to, int input, long fileBytes, long modifiedMs) {

    /** Whether it is compressed, and so cannot be divided. */
    boolean isCompressed() {
        return isCompressed(Path.of(file));
    }

    static boolean isCompressed(Path file) {
        return file.getFileName().toString().endsWith(".gz");
    }

    /** The name of the task, short enough for a label. */
    String label() {
        String name = Path.of(file).getFileName().toString();
        String start = name.length() <= 14 ? name : name.substring(0, 14);
        return start + " from " + from;
    }
}
