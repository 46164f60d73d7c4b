package org.spmjava.benchmarks.speed.suite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * On what it was measured.
 *
 * @param cores how many processors this process may use
 * @param processor what the kernel calls them
 * @param memoryBytes how much there is
 * @param kernel its name and version
 * @param jdk the version of the JDK that the children ran on
 * @param commit of what was measured, with a {@code +} if files were changed since; empty if not known
 */
record Machine(int cores, String processor, long memoryBytes, String kernel, String jdk, String commit) {

    private static final long GIT_SECONDS = 5;

    /** This one. */
    static Machine here(Path javaHome) throws IOException, InterruptedException {
        String changed = git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "+";
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                valueIn(Path.of("/proc/cpuinfo"), "model name"),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                jdk(javaHome),
                git("rev-parse", "--short=12", "HEAD") + changed);
    }

    /** How many threads want to run, on the average of the last minute; negative if it is not known. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** For people. */
    String text() {
        return cores + " cores (" + processor + "), " + (memoryBytes >> 30) + " GiB, " + kernel + ", JDK " + jdk
                + ", commit " + commit;
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static String jdk(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return home.toString();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        String version = properties.getProperty("JAVA_RUNTIME_VERSION", properties.getProperty("JAVA_VERSION", "?"));
        return version.replace("\"", "");
    }

    private static String valueIn(Path file, String name) throws IOException {
        if (!Files.isReadable(file)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String git(String... arguments) throws InterruptedException {
        try {
            String[] command =
                    Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            boolean ended = process.waitFor(GIT_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? said.strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
