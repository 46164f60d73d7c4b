package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The signatures of the channels that were used last, as text and as bytes: nearly every message names one of a few.
 * Not thread-safe.
 */
final class Signatures {

    /** A power of two. */
    private static final int KEPT = 16;

    private final String[] textsByText = new String[KEPT];
    private final byte[][] bytesByText = new byte[KEPT][];
    private final String[] textsByBytes = new String[KEPT];
    private final byte[][] bytesByBytes = new byte[KEPT][];

    /** A signature's UTF-8; not to be changed. */
    byte[] bytes(String text) {
        int place = text.hashCode() & (KEPT - 1);
        if (!text.equals(textsByText[place])) {
            textsByText[place] = text;
            bytesByText[place] = text.getBytes(StandardCharsets.UTF_8);
        }
        return bytesByText[place];
    }

    /** Reads so many bytes, which a member claims to be UTF-8. */
    String read(ByteBuffer from, int length) {
        int start = from.position();
        int place = length == 0 ? 0 : (31 * length + from.get(start + length - 1)) & (KEPT - 1);
        byte[] known = bytesByBytes[place];
        if (known == null || !isNext(from, start, length, known)) {
            known = new byte[length];
            from.get(start, known);
            bytesByBytes[place] = known;
            textsByBytes[place] = new String(known, StandardCharsets.UTF_8);
        }
        from.position(start + length);
        return textsByBytes[place];
    }

    private static boolean isNext(ByteBuffer from, int start, int length, byte[] known) {
        if (known.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (from.get(start + i) != known[i]) {
                return false;
            }
        }
        return true;
    }
}
