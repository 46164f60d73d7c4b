package org.spmjava.examples.mapreduce;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes, such as {@code 64k}, {@code 16m} or {@code 1g}: powers of 1024. */
final class Size implements ITypeConverter<Long> {

    private static final String UNITS = "kmg";

    @Override
    public Long convert(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = lower.isEmpty() ? -1 : UNITS.indexOf(lower.charAt(lower.length() - 1));
        try {
            long count = Long.parseLong(unit < 0 ? lower : lower.substring(0, lower.length() - 1));
            if (count > 0) {
                return Math.multiplyExact(count, 1L << 10 * (unit + 1));
            }
        } catch (ArithmeticException | NumberFormatException refused) {
            // Said below.
        }
        throw new TypeConversionException("`" + text + "` is not a size such as 65536, 64k, 16m or 1g");
    }
}
