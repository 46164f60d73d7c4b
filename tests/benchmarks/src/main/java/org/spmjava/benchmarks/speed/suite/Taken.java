package org.spmjava.benchmarks.speed.suite;

import org.spmjava.benchmarks.speed.Measured;

/**
 * One repetition of one contestant that did not fail.
 *
 * @param contestant its name
 * @param repetition counted from 1
 * @param load how many threads wanted to run, on the average of the minute before it began
 * @param seconds how long it took, its start and warming included
 * @param measured what it gave
 */
record Taken(String contestant, int repetition, double load, double seconds, Measured measured) {}
