package org.spmjava.benchmarks.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the kernel says of processes. */
final class Proc {

    private static final Path ROOT = Path.of("/proc");

    /** Linux says it in hundredths of a second, whatever its own clock does. */
    private static final double TICKS_IN_A_SECOND = 100;

    /** Options of {@code java} whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--add-exports",
            "--add-opens",
            "--add-modules");

    private Proc() {}

    /**
     * One look at a process. Two looks are at the same process if both the id and the start are the same.
     *
     * @param startTicks when it was started
     * @param cpuSeconds its own, of all threads
     * @param reapedSeconds of the processes that it awaited, and of those that these awaited
     */
    record Look(long pid, long parent, long startTicks, double cpuSeconds, double reapedSeconds) {}

    /** Every process that there is. */
    static Map<Long, Look> everyone() throws IOException {
        Map<Long, Look> looks = new HashMap<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            for (Path folder : folders) {
                look(Long.parseLong(folder.getFileName().toString())).ifPresent(look -> looks.put(look.pid, look));
            }
        }
        return looks;
    }

    /** One process; empty if there is no such. */
    static Optional<Look> look(long pid) {
        try {
            return Optional.of(parseStat(Files.readString(ROOT.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** This process. */
    static Look self() throws IOException {
        return look(ProcessHandle.current().pid()).orElseThrow(() -> new IOException("there is no /proc"));
    }

    /** What {@code /proc/<pid>/stat} says. The name of the program, in brackets, may contain anything. */
    static Look parseStat(String stat) {
        long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ");
        return new Look(
                pid,
                Long.parseLong(fields[1]),
                Long.parseLong(fields[19]),
                (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_IN_A_SECOND,
                (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_IN_A_SECOND);
    }

    /** The most memory that was resident; 0 if the kernel does not say. */
    static long peakBytes(long pid) {
        try (Stream<String> lines = Files.lines(ROOT.resolve(pid + "/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** What a process is, for people; empty if it is gone. */
    static String role(long pid) {
        try {
            String words = Files.readString(ROOT.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return words.isEmpty() ? "" : role(List.of(words.split("\0")));
        } catch (IOException e) {
            return "";
        }
    }

    /** The main class of a Java program, the name of any other. */
    static String role(List<String> command) {
        String program = lastPart(command.get(0), '/');
        if (!program.equals("java")) {
            return program;
        }
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return lastPart(word, '.');
            }
        }
        return program;
    }

    private static String lastPart(String text, char separator) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }
}
