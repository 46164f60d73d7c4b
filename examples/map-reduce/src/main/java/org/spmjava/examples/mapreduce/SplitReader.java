package org.spmjava.examples.mapreduce;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/**
 * Reads a split in blocks of whole lines. It reads rather than maps the file, since a mapped file that somebody
 * truncates ends the process, and copying from the system's cache costs little.
 *
 * <p>To a split belong the lines that begin in it. So it begins behind the first line end from the byte before it on,
 * and ends behind the first from its last byte on; two neighbours agree on that without having spoken.
 */
final class SplitReader implements Closeable {

    private final Split split;
    private final Job<?, ?> job;
    private final Budget budget;
    private final ReadableByteChannel channel;

    private byte[] buffer;
    private int at;
    private int end;
    /** Where the first byte of the buffer is in the file. */
    private long base;

    private boolean started;
    private boolean atEndOfFile;
    private boolean finished;

    /**
     * Opens the file.
     *
     * @throws JobException if it cannot be read, or has changed since it was divided
     */
    SplitReader(Split split, Job<?, ?> job, Budget budget) {
        this.split = split;
        this.job = job;
        this.budget = budget;
        this.buffer = new byte[budget.inputBuffer() + Bytes.SLACK];
        this.base = Math.max(0, split.from() - 1);
        try {
            this.channel = open();
        } catch (IOException e) {
            throw Inputs.unreadable(Path.of(split.file()), e);
        }
    }

    private ReadableByteChannel open() throws IOException {
        Path file = Path.of(split.file());
        requireUnchanged(file);
        if (split.isCompressed()) {
            InputStream raw = Files.newInputStream(file);
            try {
                return Channels.newChannel(new GZIPInputStream(raw, budget.inputBuffer()));
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        }
        FileChannel plain = FileChannel.open(file, StandardOpenOption.READ);
        plain.position(base);
        return plain;
    }

    private void requireUnchanged(Path file) throws IOException {
        if (Files.size(file) != split.fileBytes()
                || Files.getLastModifiedTime(file).toMillis() != split.modifiedMs()) {
            throw new JobException(file + " was changed while the job ran");
        }
    }

    /**
     * Goes to the next lines; false after the last.
     *
     * @throws JobException if the file cannot be read, or has changed meanwhile
     */
    boolean next(Lines lines) {
        if (!started) {
            started = true;
            if (split.from() > 0) {
                skipToFirstLine();
            }
        }
        while (!finished) {
            int stop = lastLineEnd();
            if (stop == at && atEndOfFile) {
                finished = true;
                stop = end;
            }
            if (stop > at) {
                lines.over(buffer, at, stop, base + at);
                at = stop;
                return true;
            }
            if (!finished) {
                fill();
            }
        }
        try {
            requireUnchanged(Path.of(split.file()));
        } catch (IOException e) {
            throw Inputs.unreadable(Path.of(split.file()), e);
        }
        return false;
    }

    /** Behind the split's last line, or else behind the last line end in the buffer; {@code at} if there is none. */
    private int lastLineEnd() {
        long lastByte = split.to() - 1 - base;
        if (lastByte < end) {
            for (int i = (int) lastByte; i < end; i++) {
                if (job.endsLine(buffer[i] & 0xFF)) {
                    finished = true;
                    return i + 1;
                }
            }
        }
        for (int i = (int) Math.min(end, lastByte) - 1; i >= at; i--) {
            if (job.endsLine(buffer[i] & 0xFF)) {
                return i + 1;
            }
        }
        return at;
    }

    private void skipToFirstLine() {
        // A line that begins behind the split's last byte is the next split's.
        while (base + at < split.to() - 1) {
            if (at < end) {
                if (job.endsLine(buffer[at++] & 0xFF)) {
                    return;
                }
            } else if (atEndOfFile) {
                break;
            } else {
                fill();
            }
        }
        finished = true;
    }

    /** Fills the buffer, behind what is left in it. */
    private void fill() {
        if (at == 0 && end == buffer.length - Bytes.SLACK) {
            growBuffer();
        } else {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            base += at;
            at = 0;
        }
        try {
            while (!atEndOfFile && end < buffer.length - Bytes.SLACK) {
                int read = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - Bytes.SLACK - end));
                atEndOfFile = read < 0;
                end += Math.max(0, read);
            }
        } catch (IOException e) {
            throw Inputs.unreadable(Path.of(split.file()), e);
        }
    }

    private void growBuffer() {
        int longest = budget.longestLine();
        if (end >= longest) {
            throw new JobException(split.file() + ", byte " + base + ": a line is longer than " + longest
                    + " bytes, a quarter of --memory");
        }
        byte[] larger = new byte[Math.min(longest, 2 * end) + Bytes.SLACK];
        System.arraycopy(buffer, 0, larger, 0, end);
        buffer = larger;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Inputs.unreadable(Path.of(split.file()), e);
        }
    }
}
