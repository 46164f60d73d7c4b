package org.spmjava.dsl.model;

import java.util.Optional;
import java.util.function.Function;

/** Looks words up in the language's closed sets, which are too small to deserve a map each. */
final class Keywords {

    private Keywords() {}

    static <T> Optional<T> find(T[] values, Function<T, String> keyword, String word) {
        for (T value : values) {
            if (keyword.apply(value).equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
