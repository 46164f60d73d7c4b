package org.spmjava.dsl.model;

import java.time.Duration;
import java.util.Objects;

/** A value that a field holds unless the user sets another. It fits the field's type. */
public sealed interface Literal extends Initializer {

    /**
     * {@code true} or {@code false}.
     *
     * @param value the value
     */
    record Truth(boolean value) implements Literal {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /**
     * A whole number, within the range of its field's type.
     *
     * @param value the value
     */
    record Whole(long value) implements Literal {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /**
     * A finite number with a fraction.
     *
     * @param value the value
     */
    record Real(double value) implements Literal {
        @Override
        public String text() {
            return Double.toString(value);
        }
    }

    /**
     * A string.
     *
     * @param value the characters meant, escapes resolved; not null
     */
    record Text(String value) implements Literal {

        /** @throws NullPointerException if the value is null */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        /** Everything but printable ASCII is escaped, so that the text is the same in every encoding. */
        @Override
        public String text() {
            StringBuilder out = new StringBuilder("\"");
            for (char c : value.toCharArray()) {
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c >= ' ' && c <= '~') {
                    out.append(c);
                } else {
                    out.append(String.format("\\u%04x", (int) c));
                }
            }
            return out.append('"').toString();
        }
    }

    /**
     * A length of time, at most {@link Long#MAX_VALUE} nanoseconds.
     *
     * @param value the length, not negative; not null
     */
    record Time(Duration value) implements Literal {

        /** @throws NullPointerException if the value is null */
        public Time {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value.toNanos() + "ns";
        }
    }

    /**
     * A constant of the enum that is its field's type.
     *
     * @param name the constant's name, not null
     */
    record Constant(String name) implements Literal {

        /** @throws NullPointerException if the name is null */
        public Constant {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String text() {
            return name;
        }
    }
}
