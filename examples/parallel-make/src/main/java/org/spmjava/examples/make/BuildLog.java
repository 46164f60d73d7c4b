package org.spmjava.examples.make;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was made by which command, kept beside the build: one line an output, the last one counts. A line that was cut
 * short by a crash is as if it were not there, and its output is made anew.
 */
final class BuildLog implements Closeable {

    private static final String FIRST_LINE = "# spm make log v1";
    private static final int FIELDS = 4;

    private final Map<String, Entry> entries;
    private final BufferedWriter writer;

    /**
     * The last run that made an output.
     *
     * @param signature the digest of its command
     * @param newestInputNs the time of the newest file that it read, in nanoseconds since 1970
     * @param discovered what it read beyond what the build file says
     */
    record Entry(String signature, long newestInputNs, List<String> discovered) {}

    private BuildLog(Map<String, Entry> entries, BufferedWriter writer) {
        this.entries = entries;
        this.writer = writer;
    }

    /**
     * Opens the log of a build, and makes it if there is none.
     *
     * @throws IOException if it cannot be read or written
     */
    static BuildLog open(Path file) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (Files.exists(file)) {
            read(file, entries);
        } else if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        // Written anew, so that it holds one line an output and ends with a whole one.
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter all = Files.newBufferedWriter(fresh)) {
            all.write(FIRST_LINE + "\n");
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                all.write(line(entry.getKey(), entry.getValue()));
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new BuildLog(entries, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    }

    private static void read(Path file, Map<String, Entry> entries) throws IOException {
        String text = Files.readString(file);
        if (!text.startsWith(FIRST_LINE + "\n")) {
            throw new IOException(
                    file + " is not a build log of this program: move it away, or name another directory");
        }
        for (String line : text.substring(0, text.lastIndexOf('\n')).split("\n")) {
            String[] fields = line.split("\t", -1);
            if (fields.length >= FIELDS - 1 && fields[1].matches("\\d{1,19}")) {
                List<String> discovered = List.of(fields).subList(FIELDS - 1, fields.length).stream()
                        .map(BuildLog::unescaped)
                        .toList();
                entries.put(unescaped(fields[2]), new Entry(fields[0], Long.parseLong(fields[1]), discovered));
            }
        }
    }

    /** The last run that made an output; null if it is not known. */
    Entry entry(String output) {
        return entries.get(output);
    }

    /** Notes a run, and sees to it that the note survives this process. */
    void note(String output, Entry entry) throws IOException {
        entries.put(output, entry);
        writer.write(line(output, entry));
        writer.flush();
    }

    private static String line(String output, Entry entry) {
        StringBuilder line = new StringBuilder(entry.signature())
                .append('\t')
                .append(entry.newestInputNs())
                .append('\t')
                .append(escaped(output));
        entry.discovered().forEach(path -> line.append('\t').append(escaped(path)));
        return line.append('\n').toString();
    }

    private static String escaped(String path) {
        return path.replace("%", "%25").replace("\t", "%09").replace("\n", "%0A");
    }

    private static String unescaped(String path) {
        return path.replace("%0A", "\n").replace("%09", "\t").replace("%25", "%");
    }

    /** The digest of a command: short, and the same on every machine. */
    static String signature(String command) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
