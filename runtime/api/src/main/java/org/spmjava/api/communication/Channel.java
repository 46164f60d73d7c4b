package org.spmjava.api.communication;

import java.util.Objects;
import org.spmjava.api.closure.PayloadCodec;

/**
 * What a value is for and how it travels: the <i>micro closure</i> of the source. Declared once as a constant that both
 * sides share.
 *
 * @param signature names the purpose; what both sides name must be equal
 * @param codec how values travel
 * @param <T> the values' type
 */
public record Channel<T>(String signature, PayloadCodec<T> codec) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the signature is blank
     */
    public Channel {
        Objects.requireNonNull(codec, "codec");
        if (signature.isBlank()) {
            throw new IllegalArgumentException("a channel's signature must not be blank");
        }
    }

    /**
     * Declares a channel.
     *
     * @param signature names the purpose
     * @param codec how values travel, for example {@link Codecs#LONG}
     * @param <T> the values' type
     * @return the channel
     */
    public static <T> Channel<T> of(String signature, PayloadCodec<T> codec) {
        return new Channel<>(signature, codec);
    }

    /** The signature. */
    @Override
    public String toString() {
        return signature;
    }
}
