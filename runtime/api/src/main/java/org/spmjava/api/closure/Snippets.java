package org.spmjava.api.closure;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** The {@code stringSnippet} of typedefs: a string of fewer than 35 characters. */
public final class Snippets {

    /** How many UTF-16 characters a snippet has at the most. */
    public static final int MAX_LENGTH = 34;

    private Snippets() {}

    /**
     * Checks a snippet.
     *
     * @param field the field's name, for the message
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException if the value has 35 characters or more
     */
    public static String check(String field, String value) {
        Objects.requireNonNull(value, field);
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(field + " is a stringSnippet: at most " + MAX_LENGTH
                    + " characters, not " + value.length() + " ('" + value.substring(0, MAX_LENGTH) + "…')");
        }
        return value;
    }

    /**
     * Checks a snippet that may be unset.
     *
     * @param field the field's name, for the message
     * @param value the value
     * @throws IllegalArgumentException if there is a value and it has 35 characters or more
     */
    public static void checkIfPresent(String field, Optional<String> value) {
        value.ifPresent(snippet -> check(field, snippet));
    }

    /**
     * Checks the snippets of a container.
     *
     * @param field the field's name, for the message
     * @param values the values, or the keys
     * @throws IllegalArgumentException if any of them has 35 characters or more
     */
    public static void checkAll(String field, Collection<String> values) {
        values.forEach(snippet -> check(field, snippet));
    }
}
