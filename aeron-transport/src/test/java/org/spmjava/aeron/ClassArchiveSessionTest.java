package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in jars, each with a cache of its own, by which their processes are counted too. */
class ClassArchiveSessionTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String FROM_ARCHIVE = "org.spmjava.aeron.AeronSpoke source: shared objects file (top)";

    @TempDir
    Path directory;

    private Path home;
    private String classPath;

    @BeforeEach
    void pack() throws IOException {
        home = Files.createDirectory(directory.resolve("home"));
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(
                        jar(path, directory.resolve(entries.size() + ".jar")).toString());
            } else if (Files.exists(path)) {
                entries.add(entry);
            }
        }
        classPath = String.join(File.pathSeparator, entries);
        assertThat(processes()).as("census before").isEmpty();
    }

    @AfterEach
    void countProcesses() {
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(processes()).as("census after").isEmpty());
        } finally {
            processes().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** Those in whose environment the cache is named. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1)
                    .contains("XDG_CACHE_HOME=" + home);
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> cached(String suffix) {
        Path cache = home.resolve("spm-java");
        if (!Files.exists(cache, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path said() {
        return directory.resolve("said");
    }

    private Process start(String... spokeFlags) throws IOException {
        List<String> argv = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-cp",
                classPath,
                ArchivedSession.class.getName()));
        argv.addAll(List.of(spokeFlags));
        ProcessBuilder builder =
                new ProcessBuilder(argv).redirectErrorStream(true).redirectOutput(said().toFile());
        builder.environment().put("XDG_CACHE_HOME", home.toString());
        return builder.start();
    }

    private void awaitResult(Process program) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertThat(program.isAlive()).isTrue();
            assertThat(said()).content().contains(ArchivedSession.READY);
        });
    }

    private static void end(Process program) throws Exception {
        program.getOutputStream().close();
        assertThat(program.waitFor()).isZero();
    }

    /** All that is said by a session that ends when its task has returned. */
    private String session(String... spokeFlags) throws Exception {
        Process program = start(spokeFlags);
        awaitResult(program);
        end(program);
        return Files.readString(said());
    }

    private void makeArchive() throws Exception {
        Process program = start();
        awaitResult(program);
        await().atMost(DEADLINE).until(() -> cached(".jsa").size() == 1);
        end(program);
        assertThat(cached("")).isEqualTo(cached(".jsa"));
    }

    @Test
    void theFirstSessionMakesTheArchiveAndTheSpokesOfTheNextUseIt() throws Exception {
        makeArchive();
        assertThat(session("-Xlog:class+load").split(FROM_ARCHIVE.replaceAll("[()]", "\\\\$0"), -1))
                .as("uses by two Spokes")
                .hasSize(3);
        assertThat(cached("")).hasSize(1);
    }

    @Test
    void aDamagedArchiveIsPassedOverInSilence() throws Exception {
        makeArchive();
        Path archive = cached(".jsa").get(0);
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        Files.write(archive, new byte[] {1, 2, 3});

        assertThat(session()).doesNotContainIgnoringCase("archive").doesNotContain(".jsa", "cds", "hared class");
        assertThat(archive).doesNotExist();
    }

    @Test
    void theCacheMayBeDeletedUnderASession() throws Exception {
        makeArchive();
        Process program = start();
        awaitResult(program);
        Files.delete(cached(".jsa").get(0));
        Files.delete(home.resolve("spm-java"));
        end(program);
    }

    @Test
    void ofAHubThatIsKilledWhileItMakesAnArchiveNoProcessIsLeft() throws Exception {
        Process program = start();
        await().atMost(DEADLINE)
                .until(() -> processes().stream()
                        .anyMatch(process ->
                                process.info().commandLine().orElse("").contains("ArchiveClassesAtExit")));
        program.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(10)).until(() -> processes().isEmpty());
        assertThat(cached(".failed")).isEmpty();
    }
}
