package org.spmjava.dsl.resolve;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;

/** What may be a name. */
final class Names {

    /** File names end at 255 bytes on most systems, and generated names add to this. */
    private static final int LONGEST = 100;

    private Names() {}

    /** Whether {@code word} can be a name; reports why not. */
    static boolean accept(Word word, Diagnostics diagnostics) {
        String text = word.text();
        if (text.length() > LONGEST) {
            diagnostics.error(
                    DiagnosticCode.NAME_TOO_LONG,
                    word.span(),
                    Integer.toString(text.length()),
                    Integer.toString(LONGEST));
            return false;
        }
        if (!isWellFormed(text)) {
            diagnostics.error(DiagnosticCode.MALFORMED_NAME, word.span(), text, repaired(text));
            return false;
        }
        return true;
    }

    /** Whether {@code text} could be a name; does not report why not. */
    static boolean isWellFormed(String text) {
        return text.length() <= LONGEST
                && text.chars().allMatch(Names::isNamePart)
                && !isDigit(text.charAt(0))
                && text.chars().anyMatch(c -> c != '_');
    }

    private static String repaired(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(isNamePart(c) ? (char) c : '_'));
        String repaired = isDigit(out.charAt(0)) ? "_" + out : out.toString();
        return isWellFormed(repaired) ? repaired : "name";
    }

    private static boolean isNamePart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
