package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A text with places to fill in, such as {@code @n@}: a resource of this package.
 *
 * @param text the text, the places still empty
 */
record Template(String text) {

    static Template of(String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource " + resource);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with those places filled in, and with nothing in {@code @fields@} and {@code @types@} if not given. */
    String fill(Map<String, ?> values) {
        String filled = text;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            filled = filled.replace("@" + value.getKey() + "@", value.getValue().toString());
        }
        return filled.replace("@fields@", "").replace("@types@", "");
    }

    /** The text for the n-th of many alike. */
    String numbered(int n) {
        return fill(Map.of("n", n, "id", n + 1));
    }
}
