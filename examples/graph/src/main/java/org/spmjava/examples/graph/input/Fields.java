package org.spmjava.examples.graph.input;

import java.nio.charset.StandardCharsets;

/** The fields of a line, which blanks or tabs divide. */
final class Fields {

    /** What stands for a number that is none. */
    static final long NO_NUMBER = -1;

    private static final int LONG_DIGITS = 18;
    /** Up to 10^15 a double holds every integer, so that one division by a power of ten rounds rightly. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private byte[] bytes = {};
    private int place;
    private int end;
    private int fieldStart;

    /** Looks at another line. */
    void of(Lines lines) {
        bytes = lines.bytes();
        place = lines.start();
        end = lines.end();
        skip();
    }

    private void skip() {
        while (place < end && isBlank(bytes[place])) {
            place++;
        }
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** Whether there is no further field. */
    boolean ended() {
        return place == end;
    }

    /** The next field's first character. */
    byte first() {
        return bytes[place];
    }

    /** Takes the next field as a number without a sign; {@link #NO_NUMBER} if it is none. */
    long number() {
        fieldStart = place;
        long value = 0;
        while (place < end && !isBlank(bytes[place])) {
            int digit = bytes[place] - '0';
            if (digit < 0 || digit > 9 || place - fieldStart == LONG_DIGITS) {
                pass();
                return NO_NUMBER;
            }
            value = 10 * value + digit;
            place++;
        }
        boolean none = place == fieldStart;
        skip();
        return none ? NO_NUMBER : value;
    }

    /** Takes the next field as a number of any kind; NaN if it is none. */
    double real() {
        fieldStart = place;
        int at = place;
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        long digits = 0;
        int count = 0;
        int afterPoint = -1;
        for (; at < end && !isBlank(bytes[at]); at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count++;
                afterPoint += afterPoint >= 0 ? 1 : 0;
            } else if (bytes[at] == '.' && afterPoint < 0) {
                afterPoint = 0;
            } else {
                count = Integer.MAX_VALUE;
                break;
            }
            if (count > EXACT_DIGITS) {
                break;
            }
        }
        if (count == 0 || count > EXACT_DIGITS) {
            return parse();
        }
        place = at;
        skip();
        double value = afterPoint > 0 ? digits / POWERS[afterPoint] : digits;
        return negative ? -value : value;
    }

    private double parse() {
        pass();
        try {
            return Double.parseDouble(whole());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private void pass() {
        while (place < end && !isBlank(bytes[place])) {
            place++;
        }
        skip();
    }

    /** The field that was taken last, shortened for people. */
    String field() {
        String field = whole();
        return field.length() > 40 ? field.substring(0, 40) + "…" : field;
    }

    private String whole() {
        int last = fieldStart;
        while (last < end && !isBlank(bytes[last])) {
            last++;
        }
        return new String(bytes, fieldStart, last - fieldStart, StandardCharsets.UTF_8);
    }
}
