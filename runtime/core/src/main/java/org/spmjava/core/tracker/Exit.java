package org.spmjava.core.tracker;

/**
 * How a Spoke's process ended.
 *
 * @param fromOutside whether a signal from outside ended it; false if it exited or failed by itself
 * @param description what is known, in one line
 */
public record Exit(boolean fromOutside, String description) {}
