package org.spmjava.examples.mapreduce;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a new file: records for other tasks, or plain bytes. What goes wrong names the file. */
final class RunWriter implements Closeable {

    private final Path file;
    private final OutputStream out;
    private final byte[] buffer;
    private int filled;
    private long flushed;

    /** Creates the file. */
    RunWriter(Path file, int bufferBytes) {
        this.file = file;
        this.buffer = new byte[bufferBytes];
        try {
            this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Where the next byte goes. */
    long position() {
        return flushed + filled;
    }

    Path file() {
        return file;
    }

    void record(byte[] key, int keyFrom, int keyTo, byte[] value, int valueFrom, int valueTo) {
        varint(keyTo - keyFrom);
        varint(valueTo - valueFrom);
        bytes(key, keyFrom, keyTo);
        bytes(value, valueFrom, valueTo);
    }

    private void varint(int value) {
        int rest = value;
        while (rest >= 0x80) {
            singleByte(rest | 0x80);
            rest >>>= 7;
        }
        singleByte(rest);
    }

    void singleByte(int value) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) value;
    }

    void bytes(byte[] source, int from, int to) {
        int length = to - from;
        if (length > buffer.length - filled) {
            flush();
            if (length > buffer.length) {
                write(source, from, length);
                return;
            }
        }
        System.arraycopy(source, from, buffer, filled, length);
        filled += length;
    }

    private void flush() {
        write(buffer, 0, filled);
        filled = 0;
    }

    private void write(byte[] source, int from, int length) {
        try {
            out.write(source, from, length);
        } catch (IOException e) {
            throw failure(e);
        }
        flushed += length;
    }

    private JobException failure(IOException cause) {
        String why = cause instanceof NoSuchFileException
                ? "there is no such directory"
                : cause instanceof FileAlreadyExistsException ? "it is there already" : Inputs.reason(cause);
        return new JobException("cannot write " + file + ": " + why);
    }

    /** Writes the rest. Without it, what was written may be incomplete. */
    void finish() {
        flush();
        close();
    }

    /** Releases the file, also when writing went wrong. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
