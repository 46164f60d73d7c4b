package org.spmjava.dsl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.spmjava.dsl.model.ValueType;

/** Initialisers drawn by chance: what they mean, and one of the ways to write it. */
final class RandomValues {

    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final List<String> UNITS = List.of("ns", "us", "ms", "s", "min", "h", "d");
    private static final List<Long> NANOS =
            List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L, NANOS_PER_DAY);
    private static final List<String> CHARACTERS = List.of(
            "a",
            " ",
            "\"",
            "\\",
            "\n",
            "\t",
            "\r",
            "\u00fc",
            "\uD83D\uDE00",
            "\u0000",
            "#",
            ";",
            "}",
            "'",
            "//",
            "\u2028");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /**
     * One initialiser.
     *
     * @param canonical how the canonical text has it
     * @param spelled how it is written
     */
    record Value(String canonical, String spelled) {

        static Value of(String text) {
            return new Value(text, text);
        }
    }

    /** A value of that type, or {@code None} where none can be written. */
    Value of(ValueType type) {
        return switch (type) {
            case BOOL -> Value.of(Boolean.toString(random.nextBoolean()));
            case INT -> whole(pick(List.of(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, random.nextInt())));
            case LONG -> whole(pick(List.of(0L, 7L, -7L, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong())));
            case DOUBLE -> real();
            case STRING, PATH -> string(60);
            case STRING_SNIPPET -> string(17);
            case DURATION -> time(0);
            case TIMEOUT -> time(1);
            default -> Value.of("None");
        };
    }

    /** A length of time, which is at least {@code least} of some unit. */
    Value time(int least) {
        int unit = random.nextInt(UNITS.size());
        long count = least + random.nextInt(100_000);
        return new Value(count * NANOS.get(unit) + "ns", count + UNITS.get(unit));
    }

    private Value whole(Number value) {
        String digits = value.toString();
        boolean padded = random.nextInt(4) == 0;
        return new Value(digits, padded ? digits.replaceFirst("(?=[0-9])", "00") : digits);
    }

    private Value real() {
        double value = pick(List.of(0.0, -0.0, 1.0, -2.5, 1e300, Double.MIN_VALUE, random.nextGaussian()));
        String plain = Math.abs(value) < 1e20 && Math.abs(value) > 1e-5 ? new BigDecimal(value).toPlainString() : "";
        boolean isShort = !plain.isEmpty() && plain.length() < 100;
        String spelled = isShort && random.nextBoolean() ? plain : Double.toString(value);
        return new Value(Double.toString(value), random.nextBoolean() ? spelled : spelled.replace('E', 'e'));
    }

    /** @param most how many characters; one that takes two counts twice */
    private Value string(int most) {
        StringBuilder canonical = new StringBuilder();
        StringBuilder spelled = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            for (char c : pick(CHARACTERS).toCharArray()) {
                boolean plain = c >= ' ' && c <= '~';
                String code = String.format("\\u%04x", (int) c);
                canonical.append(plain ? escaped(c) : code);
                boolean breaksLine = c == '\n' || c == '\r';
                String typed = breaksLine || "\"\\\t".indexOf(c) >= 0 ? escaped(c) : String.valueOf(c);
                spelled.append(random.nextInt(4) == 0 ? code : typed);
            }
        }
        return new Value('"' + canonical.toString() + '"', '"' + spelled.toString() + '"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> String.valueOf(c);
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
