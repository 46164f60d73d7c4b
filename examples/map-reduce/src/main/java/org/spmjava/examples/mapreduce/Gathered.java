package org.spmjava.examples.mapreduce;

import java.util.List;
import java.util.Map;
import org.spmjava.api.Conclusion;

/**
 * What came of mapping.
 *
 * @param conclusions of the commands that it took
 * @param runs where the sorted records are
 * @param counters what was counted
 */
record Gathered(List<Conclusion> conclusions, List<Placed> runs, Map<String, Long> counters) {}
