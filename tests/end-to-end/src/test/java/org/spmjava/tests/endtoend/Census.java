package org.spmjava.tests.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts processes and files before a test, and demands the same count after it. */
final class Census implements BeforeEachCallback, AfterEachCallback {

    private static final String MARK = "SPM_CENSUS=" + System.getenv("SPM_CENSUS");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private SortedSet<String> before;

    @Override
    public void beforeEach(ExtensionContext context) {
        before = take();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        awaitNothingBeyond(before, PATIENCE);
    }

    /** Waits until there is nothing that was not there before. */
    static void awaitNothingBeyond(SortedSet<String> before, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> Assertions.assertThat(take())
                        .as("processes and files that outlived their session")
                        .isSubsetOf(before));
    }

    /** Every process that descends from these tests, whoever its parent is now, and every file of a session. */
    static SortedSet<String> take() {
        SortedSet<String> found = new TreeSet<>();
        found.addAll(processes(process -> true));
        found.addAll(files(Path.of("/dev/shm")));
        found.addAll(files(Path.of(System.getProperty("java.io.tmpdir"))));
        return found;
    }

    /** The marked processes whose command line satisfies a condition. */
    static SortedSet<String> processes(Predicate<String> commandLine) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(path -> read(path.resolve("environ")).contains(MARK))
                    .map(path -> "process " + path.getFileName() + " "
                            + read(path.resolve("cmdline")).replace('\0', ' '))
                    .filter(commandLine)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SortedSet<String> files(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().matches("\\.?spm-.*-[0-9a-f]{32}.*|aeron-.*"))
                    .filter(path -> !belongsToOthers(path))
                    .map(path -> "file " + path)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException absent) {
            return new TreeSet<>();
        }
    }

    /** Whether the session is that of a living process which has nothing to do with these tests. */
    private static boolean belongsToOthers(Path session) {
        try {
            Object inode = Files.getAttribute(session.resolve("session.lock"), "unix:ino");
            return read(Path.of("/proc/locks"))
                    .lines()
                    .filter(line -> line.contains(":" + inode + " "))
                    .map(line -> line.strip().split("\\s+")[4])
                    .anyMatch(pid -> !read(Path.of("/proc", pid, "environ")).contains(MARK));
        } catch (IOException | RuntimeException noSuchLock) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
