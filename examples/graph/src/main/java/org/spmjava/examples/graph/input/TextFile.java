package org.spmjava.examples.graph.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of text, which may be compressed by gzip. Offsets are those of the text, not of what compresses it. */
final class TextFile {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b; // RFC 1952

    private final Path path;
    private final boolean compressed;

    TextFile(Path path) throws IOException {
        this.path = path;
        try (InputStream bytes = Files.newInputStream(path)) {
            compressed = (bytes.read() << 8 | bytes.read()) == GZIP_MAGIC;
        }
    }

    Path path() {
        return path;
    }

    /** Whether the text can only be read from its beginning. */
    boolean compressed() {
        return compressed;
    }

    /** The length of the text. */
    long length() throws IOException {
        if (compressed) {
            throw new IllegalStateException("nobody knows the length of " + path + " before its end");
        }
        return Files.size(path);
    }

    InputStream open(long offset) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        try {
            InputStream text = compressed ? new GZIPInputStream(bytes, BUFFER) : bytes;
            text.skipNBytes(offset);
            return text;
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    /** The number, from 1, of the line in which a byte lies. */
    long line(long offset) throws IOException {
        long line = 1;
        try (InputStream text = new BufferedInputStream(open(0), BUFFER)) {
            for (long place = 0; place < offset; place++) {
                int next = text.read();
                if (next < 0) {
                    throw new EOFException(path + " became shorter");
                }
                line += next == '\n' ? 1 : 0;
            }
        }
        return line;
    }

    /** A mistake, with the file's name and the number of the line. */
    InputException mistake(long offset, String what) throws IOException {
        return new InputException(offset, path + ":" + line(offset) + ": " + what);
    }
}
