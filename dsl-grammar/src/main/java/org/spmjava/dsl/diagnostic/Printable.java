package org.spmjava.dsl.diagnostic;

/** Words of the user's as they can be shown: what would steer a terminal, or be no text at all, is replaced. */
final class Printable {

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text with U+FFFD for every character that cannot be seen; tabs stay. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c != '\t' && isUnprintable(c) ? REPLACEMENT : c));
        return out.toString();
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
