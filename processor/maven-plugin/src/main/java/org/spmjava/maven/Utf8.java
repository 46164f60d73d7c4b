package org.spmjava.maven;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The encoding of typedefs. */
final class Utf8 {

    /** What there is to say where {@link #decode} gives nothing: a clause. */
    static final String IT_IS_NOT = "it is not UTF-8";

    private Utf8() {}

    /** The text that the bytes are, if they are text. */
    static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
