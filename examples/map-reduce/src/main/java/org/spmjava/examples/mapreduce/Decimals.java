package org.spmjava.examples.mapreduce;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Decimal numbers of a fixed number of digits behind the point, exact, as whole numbers of the last digit. */
final class Decimals {

    private Decimals() {}

    /**
     * Reads a number: a sign or none, digits, and a point with more digits or none.
     *
     * @param decimals how many digits behind the point there may be
     * @throws NumberFormatException if it is no such number, or has too many digits
     */
    static long parse(byte[] bytes, int from, int to, int decimals) {
        int at = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        boolean negative = at > from && bytes[from] == '-';
        long value = 0;
        int digits = 0;
        int behind = -1;
        try {
            for (; at < to; at++) {
                if (bytes[at] == '.' && behind < 0) {
                    behind = 0;
                } else if (bytes[at] >= '0' && bytes[at] <= '9' && behind < decimals) {
                    value = Math.addExact(Math.multiplyExact(value, 10), bytes[at] - '0');
                    digits++;
                    behind += behind >= 0 ? 1 : 0;
                } else {
                    throw refused(bytes, from, to, decimals);
                }
            }
            if (digits == 0) {
                throw refused(bytes, from, to, decimals);
            }
            for (int i = Math.max(0, behind); i < decimals; i++) {
                value = Math.multiplyExact(value, 10);
            }
        } catch (ArithmeticException beyondLong) {
            throw refused(bytes, from, to, decimals);
        }
        return negative ? -value : value;
    }

    private static NumberFormatException refused(byte[] bytes, int from, int to, int decimals) {
        String text = new String(bytes, from, Math.min(to - from, 40), StandardCharsets.ISO_8859_1);
        return new NumberFormatException("`" + text + "` is not a number with at most " + decimals + " decimals");
    }

    /** Writes a number, with all its decimals. */
    static String text(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).toPlainString();
    }
}
