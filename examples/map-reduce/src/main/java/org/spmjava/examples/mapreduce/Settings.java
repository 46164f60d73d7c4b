package org.spmjava.examples.mapreduce;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a job is told: names and values, as {@code -D name=value} sets them.
 *
 * @param values by name
 */
public record Settings(Map<String, String> values) {

    /** Copies the map. */
    public Settings {
        values = new TreeMap<>(values);
    }

    /**
     * A value.
     *
     * @param name its name
     * @param otherwise what it is if it was not set
     * @return the value
     */
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /**
     * A number.
     *
     * @param name its name
     * @param otherwise what it is if it was not set
     * @return the number
     * @throws JobException if it was set to something else than a number
     */
    public long number(String name, long otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new JobException(name + " is a number, not `" + value + "`");
        }
    }
}
