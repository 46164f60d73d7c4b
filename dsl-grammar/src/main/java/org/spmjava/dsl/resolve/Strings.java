package org.spmjava.dsl.resolve;

import java.util.Optional;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.source.Span;

/** Strings in double quotes, with the escapes that Java has for what cannot be typed. */
final class Strings {

    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;

    private Strings() {}

    /** Whether {@code text} begins as a string and ends with its line: the scanner has reported that. */
    static boolean isUnclosed(String text) {
        int i = 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return text.startsWith("\"") && i != text.length() - 1;
    }

    /** What stands between the quotes of {@code word}, escapes resolved; empty if that was reported. */
    static Optional<String> unquote(Word word, Diagnostics diagnostics) {
        String text = word.text();
        if (isUnclosed(text)) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        int end = text.length() - 1;
        for (int i = 1; i < end; i++) {
            if (text.charAt(i) != '\\') {
                out.append(text.charAt(i));
                continue;
            }
            int length = escapeLength(text, i, end);
            if (length == 0) {
                int start = word.span().start() + i;
                diagnostics.error(DiagnosticCode.UNKNOWN_ESCAPE, new Span(start, start + 2), text.substring(i, i + 2));
                return Optional.empty();
            }
            out.append(escaped(text, i));
            i += length - 1;
        }
        return Optional.of(out.toString());
    }

    /** The characters that the escape at {@code i} takes, or zero if it is none. */
    private static int escapeLength(String text, int i, int end) {
        char kind = text.charAt(i + 1);
        if (kind != 'u') {
            return "\"\\ntr".indexOf(kind) >= 0 ? 2 : 0;
        }
        int length = 2 + UNICODE_DIGITS;
        boolean fits = i + length <= end;
        return fits && text.substring(i + 2, i + length).matches("[0-9a-fA-F]+") ? length : 0;
    }

    private static char escaped(String text, int i) {
        return switch (text.charAt(i + 1)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'u' -> (char) Integer.parseInt(text.substring(i + 2, i + 2 + UNICODE_DIGITS), HEX);
            default -> text.charAt(i + 1);
        };
    }
}
