package org.spmjava.examples.mapreduce;

import java.util.Map;
import java.util.TreeMap;

/** What was counted, by name. */
final class Counters {

    private final TreeMap<String, Long> values = new TreeMap<>();

    void add(String what, long by) {
        values.merge(what, by, Math::addExact);
    }

    Map<String, Long> values() {
        return values;
    }

    /** What two parts counted together. */
    static Map<String, Long> sum(Map<String, Long> left, Map<String, Long> right) {
        Counters sum = new Counters();
        left.forEach(sum::add);
        right.forEach(sum::add);
        return sum.values();
    }
}
