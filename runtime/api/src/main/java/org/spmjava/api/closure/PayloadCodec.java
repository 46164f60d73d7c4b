package org.spmjava.api.closure;

import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;

/**
 * Writes and reads values field by field, over a closed set of types: no class name ever travels. Both sides must write
 * and read the same fields in the same order.
 *
 * @param <T> the values' type
 */
public interface PayloadCodec<T> {

    /**
     * Writes a value.
     *
     * @param value the value; {@code null} only where the codec says so
     * @param out where to
     */
    void write(T value, WireOut out);

    /**
     * Reads a value that {@link #write} wrote, under the same fingerprint.
     *
     * @param in where from: exactly the bytes of one value
     * @return the value
     * @throws RuntimeException if the bytes are not such a value
     */
    T read(WireIn in);
}
