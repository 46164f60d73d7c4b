package org.spmjava.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * One output of a shell that runs one command after the other, and writes a mark and the command's code when a command
 * is over. Nothing follows a mark before the next command is given, so a mark is looked for at the end of what came.
 * Read by a thread of its own, which ends with the stream.
 */
final class MarkedStream {

    /** The code of a command whose stream ended before its mark came. */
    static final int NO_CODE = -1;

    private static final int CHUNK_BYTES = 32 << 10;
    private static final int DIGITS = 3;

    private final InputStream in;
    private final byte[] mark;
    private final int markedBytes;
    private BoundedCapture capture;
    private CompletableFuture<Integer> code;
    private boolean over;

    MarkedStream(InputStream in, byte[] mark) {
        this.in = in;
        this.mark = mark.clone();
        this.markedBytes = mark.length + DIGITS + 1;
    }

    /**
     * To be called before a command is given.
     *
     * @param into keeps the command's output
     * @return completes normally with the command's code, or with {@link #NO_CODE}, when all its output is kept
     */
    synchronized CompletableFuture<Integer> expect(BoundedCapture into) {
        capture = into;
        code = new CompletableFuture<>();
        if (over) {
            code.complete(NO_CODE);
        }
        return code;
    }

    /** Reads until the stream ends, or breaks because the process was destroyed. */
    void pump() {
        byte[] bytes = new byte[CHUNK_BYTES + markedBytes];
        int held = 0;
        for (int n = read(bytes, held); n >= 0; n = read(bytes, held)) {
            held += n;
            int found = codeAtEnd(bytes, held);
            // What may be the beginning of a mark is held back.
            int kept = found == NO_CODE ? Math.max(0, held - markedBytes + 1) : held - markedBytes;
            keep(bytes, kept);
            if (found == NO_CODE) {
                System.arraycopy(bytes, kept, bytes, 0, held - kept);
                held -= kept;
            } else {
                held = 0;
                tell(found);
            }
        }
        keep(bytes, held);
        synchronized (this) {
            over = true;
        }
        tell(NO_CODE);
    }

    private int read(byte[] bytes, int held) {
        try {
            return in.read(bytes, held, CHUNK_BYTES);
        } catch (IOException e) {
            return -1;
        }
    }

    private int codeAtEnd(byte[] bytes, int length) {
        int start = length - markedBytes;
        if (start < 0
                || bytes[length - 1] != '\n'
                || !Arrays.equals(bytes, start, start + mark.length, mark, 0, mark.length)) {
            return NO_CODE;
        }
        int number = 0;
        for (int i = start + mark.length; i < length - 1; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NO_CODE;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    private synchronized void keep(byte[] bytes, int length) {
        if (length > 0 && capture != null) {
            capture.append(bytes, length);
        }
    }

    private void tell(int found) {
        CompletableFuture<Integer> told;
        synchronized (this) {
            told = code;
        }
        if (told != null) {
            told.complete(found);
        }
    }
}
