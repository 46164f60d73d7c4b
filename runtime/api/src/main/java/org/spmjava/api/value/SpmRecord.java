package org.spmjava.api.value;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named fields: the {@code record} of typedefs. Immutable, compared by value.
 *
 * @param fields the fields in their order, copied
 */
public record SpmRecord(Map<String, Mixed> fields) {

    /** Copies the fields and keeps their order. */
    public SpmRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A string field.
     *
     * @param name the field's name
     * @return its value
     * @throws IllegalArgumentException if there is no such field, or its type is another one
     */
    public String string(String name) {
        return field(name, Mixed.Text.class).value();
    }

    /**
     * A 32-bit integer field.
     *
     * @param name the field's name
     * @return its value
     * @throws IllegalArgumentException if there is no such field, or its type is another one
     */
    public int int32(String name) {
        return field(name, Mixed.Int32.class).value();
    }

    /**
     * A boolean field.
     *
     * @param name the field's name
     * @return its value
     * @throws IllegalArgumentException if there is no such field, or its type is another one
     */
    public boolean bool(String name) {
        return field(name, Mixed.Bool.class).value();
    }

    /**
     * A field that is a length of time.
     *
     * @param name the field's name
     * @return its value
     * @throws IllegalArgumentException if there is no such field, or its type is another one
     */
    public Duration duration(String name) {
        return field(name, Mixed.Span.class).value();
    }

    private <T extends Mixed> T field(String name, Class<T> type) {
        Mixed value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field '" + name + "'; there are " + fields.keySet());
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "field '" + name + "' is " + value + ", not of type " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
