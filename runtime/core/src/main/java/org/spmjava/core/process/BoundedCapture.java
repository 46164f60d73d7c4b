package org.spmjava.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a stream to its end and keeps its beginning. One thread reads, any thread may look. */
final class BoundedCapture {

    private static final int CHUNK_BYTES = 8 << 10;

    private final int limitBytes;
    private byte[] kept = new byte[0];
    private int keptBytes;
    private boolean truncated;

    BoundedCapture(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Returns at the end of the stream, or when it breaks because the process has been destroyed. */
    void drain(InputStream in) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                append(chunk, n);
            }
        } catch (IOException e) {
            // "Stream closed": the process was destroyed while it wrote. What came until then counts.
            return;
        }
    }

    /** What was kept; malformed UTF-8 is replaced by U+FFFD. */
    synchronized String text() {
        return new String(kept, 0, keptBytes, StandardCharsets.UTF_8);
    }

    /** Whether something was dropped. */
    synchronized boolean isTruncated() {
        return truncated;
    }

    /** Keeps the first {@code n} bytes of {@code chunk}, as far as there is room. */
    synchronized void append(byte[] chunk, int n) {
        int taken = Math.min(n, limitBytes - keptBytes);
        truncated |= taken < n;
        if (keptBytes + taken > kept.length) {
            long doubled = Math.max(CHUNK_BYTES, 2L * kept.length);
            kept = Arrays.copyOf(kept, (int) Math.min(limitBytes, Math.max(doubled, keptBytes + taken)));
        }
        System.arraycopy(chunk, 0, kept, keptBytes, taken);
        keptBytes += taken;
    }
}
