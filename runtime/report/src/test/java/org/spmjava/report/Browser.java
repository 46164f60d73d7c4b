package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser without a window. */
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long TIMEOUT_S = 60;
    private static final long LAST_WRITES_S = 10;

    private final Path program;
    private final Path directory;

    private Browser(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /**
     * The browser of this machine; the test is skipped if there is none.
     *
     * @param directory for what it writes; of the caller
     */
    static Browser installed(Path directory) {
        Optional<Path> program = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "no browser is installed (" + NAMES + "): nobody looks at the page");
        return new Browser(program.orElseThrow(), directory);
    }

    /** The page's elements as they are when its script has run. */
    String elements(Path page, boolean dark) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(directory, "profile");
        Path dump = directory.resolve("elements.html");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                // It does not run as root with it; what it shows is ours.
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-breakpad",
                "--disable-background-networking",
                "--window-size=1400,1800",
                "--virtual-time-budget=2000",
                "--user-data-dir=" + profile,
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_S, TimeUnit.SECONDS))
                    .as("the browser was done within %d s", TIMEOUT_S)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            remove(profile);
        }
        return Files.readString(dump);
    }

    /** Its helpers may write for a moment after it. */
    private static void remove(Path profile) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_WRITES_S);
        while (Files.exists(profile)) {
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException again) {
                if (System.nanoTime() > deadlineNs) {
                    throw again;
                }
            }
        }
    }
}
