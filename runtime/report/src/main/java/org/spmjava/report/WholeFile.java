package org.spmjava.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes files whose readers are people: errors are in words. */
final class WholeFile {

    private static final String COMPRESSED = ".gz";

    private WholeFile() {}

    /** Writes text. */
    @FunctionalInterface
    interface Content {
        void write(Writer out) throws IOException;
    }

    /** @param what what the file is, for the message */
    static void write(Path file, String what, Content content) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(COMPRESSED) ? new GZIPOutputStream(bytes) : bytes;
                Writer out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            content.write(out);
        } catch (IOException cause) {
            throw new IOException(
                    "Cannot write the " + what + " to " + file.toAbsolutePath() + ": " + reason(file, cause), cause);
        }
    }

    private static String reason(Path file, IOException cause) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        } else if (cause instanceof NoSuchFileException) {
            return "its directory does not exist";
        } else if (cause instanceof AccessDeniedException) {
            return "permission denied";
        } else if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
