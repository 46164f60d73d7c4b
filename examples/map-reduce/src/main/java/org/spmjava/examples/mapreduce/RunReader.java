package org.spmjava.examples.mapreduce;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads the records of a segment one by one. */
final class RunReader implements Closeable {

    private final Segment segment;
    private final FileChannel channel;
    private byte[] buffer;
    private long position;
    private int at;
    private int end;

    private int keyAt;
    private int keyLength;
    private int valueLength;
    private long prefix;

    /** Opens the file, before the first record. */
    RunReader(Segment segment, int bufferBytes) {
        this.segment = segment;
        this.buffer = new byte[bufferBytes + Bytes.SLACK];
        this.position = segment.from();
        try {
            this.channel = FileChannel.open(Path.of(segment.file()), StandardOpenOption.READ);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private JobException failure(IOException cause) {
        return new JobException("cannot read " + segment.file() + ": " + Inputs.reason(cause));
    }

    /** Goes to the next record; false after the last. */
    boolean next() {
        if (at == end && position == segment.to()) {
            return false;
        }
        keyLength = varint();
        valueLength = varint();
        require(Math.addExact(keyLength, valueLength));
        keyAt = at;
        at += keyLength + valueLength;
        prefix = Bytes.prefix(buffer, keyAt, keyLength);
        return true;
    }

    private int varint() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            require(1);
            next = buffer[at++];
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /** Sees to it that so many bytes follow in the buffer. */
    private void require(int count) {
        if (end - at >= count) {
            return;
        }
        byte[] target = count > buffer.length - Bytes.SLACK ? new byte[Math.addExact(count, Bytes.SLACK)] : buffer;
        System.arraycopy(buffer, at, target, 0, end - at);
        buffer = target;
        end -= at;
        at = 0;
        while (end < count) {
            int room = (int) Math.min(buffer.length - Bytes.SLACK - end, segment.to() - position);
            int read = read(ByteBuffer.wrap(buffer, end, room));
            if (read <= 0) {
                throw new JobException("cannot read " + segment.file() + ": it ends within a record");
            }
            end += read;
            position += read;
        }
    }

    private int read(ByteBuffer target) {
        try {
            return channel.read(target, position);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Where key and value of the record are, the value right behind the key. */
    byte[] bytes() {
        return buffer;
    }

    int keyFrom() {
        return keyAt;
    }

    int keyTo() {
        return keyAt + keyLength;
    }

    int valueTo() {
        return keyAt + keyLength + valueLength;
    }

    /** Whether the record's key comes before another's. */
    int compareTo(RunReader other) {
        if (prefix != other.prefix) {
            return prefix < other.prefix ? -1 : 1;
        }
        return Bytes.compare(buffer, keyAt, keyAt + keyLength, other.buffer, other.keyFrom(), other.keyTo());
    }

    boolean hasKey(long otherPrefix, byte[] key) {
        return prefix == otherPrefix
                && keyLength == key.length
                && Arrays.equals(buffer, keyAt, keyAt + keyLength, key, 0, key.length);
    }

    long prefix() {
        return prefix;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
