package org.spmjava.api.closure;

import java.util.Objects;

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
}
