package org.spmjava.examples.mapreduce;

/**
 * A segment, and which keys it has.
 *
 * @param partition the keys' part
 * @param segment where the records are
 */
record Placed(int partition, Segment segment) {}
