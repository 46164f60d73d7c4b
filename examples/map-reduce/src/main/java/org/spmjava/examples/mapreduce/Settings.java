package org.spmjava.examples.mapreduce;

import java.util.List;
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
     * Refuses what was set and is none of the job's settings, such as a name that is not spelt right.
     *
     * @param known the names of all settings of the job
     * @throws JobException if another was set
     */
    public void requireOnly(String... known) {
        for (String name : values.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new JobException("there is no setting `" + name + "`, only " + String.join(", ", known));
            }
        }
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
