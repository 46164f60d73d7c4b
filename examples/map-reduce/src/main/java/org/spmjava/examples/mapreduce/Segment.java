package org.spmjava.examples.mapreduce;

/**
 * Records in a file, sorted by key.
 *
 * @param file the file
 * @param from the first byte
 * @param to the first byte after them
 */
record Segment(String file, long from, long to) {

    long lengthBytes() {
        return to - from;
    }
}
