package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    /** What the archive is made of. */
    public static final class Greeting {
        /** Greets, and ends in the normal way. */
        public static void main(String[] args) {
            System.out.println("hello");
        }
    }

    /** Does not end before it is killed. */
    public static final class Endless {
        /** Says that it is there. */
        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    /** Fails. */
    public static final class Failing {
        /** Fails. */
        public static void main(String[] args) {
            System.exit(3);
        }
    }

    @TempDir
    Path home;

    private Path jar;
    private JvmCommand jvm;

    @BeforeEach
    void makeJar() throws IOException {
        jar = home.resolve("program.jar");
        write(jar, null, Greeting.class, Endless.class, Failing.class);
        jvm = JvmCommand.of(Greeting.class.getName()).classPath(jar.toString());
    }

    private static void write(Path jar, String classPath, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                type.getClassLoader().getResourceAsStream(name).transferTo(out);
            }
        }
    }

    private ArchiveCache cache() throws IOException {
        return ArchiveCache.in(home);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(cache().directory())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void make(Class<?> rehearsal) throws Exception {
        try (SessionDirectory session = SessionDirectory.create();
                ProcessLauncher launcher = new ProcessLauncher();
                ClassArchive archive = ClassArchive.of(jvm, this::cache)) {
            assertThat(archive.file()).isEmpty();
            assertThat(archive.applied()).isSameAs(jvm);
            archive.makeInBackground(launcher, session, rehearsal.getName());
            archive.awaitMade();
            assertThat(launcher.live()).isEmpty();
        }
    }

    /** All that a JVM says, on both outputs. */
    private static String run(JvmCommand command) throws Exception {
        try (SessionDirectory session = SessionDirectory.create()) {
            Process process = new ProcessBuilder(command.argv(session))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        }
    }

    @Test
    void theFirstSessionMakesTheArchiveAndTheNextOnesJvmsUseIt() throws Exception {
        make(Greeting.class);
        ClassArchive second = ClassArchive.of(jvm, this::cache);
        assertThat(second.file()).isPresent();
        assertThat(files()).containsExactly(second.file().get().getFileName().toString());
        assertThat(run(second.applied())).isEqualTo("hello\n");
        assertThat(run(second.applied().extraFlags(List.of("-Xlog:class+load"))))
                .contains("Greeting source: shared objects file (top)");
    }

    @Test
    void anArchiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
        make(Greeting.class);
        JvmCommand applied = ClassArchive.of(jvm, this::cache).applied();
        write(jar, null, Greeting.class);
        assertThat(run(applied)).isEqualTo("hello\n");

        Path garbage = Files.write(home.resolve("garbage.jsa"), new byte[100_000]);
        assertThat(run(jvm.sharedArchive(garbage))).isEqualTo("hello\n");
        assertThat(run(jvm.sharedArchive(Files.write(garbage, new byte[0])))).isEqualTo("hello\n");
        Files.delete(garbage);
        assertThat(run(jvm.sharedArchive(garbage))).isEqualTo("hello\n");
    }

    @Test
    void afterAFailureNothingIsTriedForAWhile() throws Exception {
        make(Failing.class);
        assertThat(files()).singleElement().asString().endsWith(".failed");
        make(Greeting.class);
        assertThat(files()).singleElement().asString().endsWith(".failed");
    }

    @Test
    void theEndOfTheSessionEndsTheMakingAndIsNoFailure() throws Exception {
        try (SessionDirectory session = SessionDirectory.create();
                ProcessLauncher launcher = new ProcessLauncher()) {
            try (ClassArchive archive = ClassArchive.of(jvm, this::cache)) {
                archive.makeInBackground(launcher, session, Endless.class.getName());
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> launcher.live().size() == 1);
                assertThat(files()).singleElement().asString().endsWith(".draft");
            }
            assertThat(launcher.live()).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aShortSessionTriesNothing() throws Exception {
        try (SessionDirectory session = SessionDirectory.create();
                ProcessLauncher launcher = new ProcessLauncher();
                ClassArchive archive = ClassArchive.of(jvm, this::cache)) {
            archive.makeInBackground(launcher, session, Greeting.class.getName());
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void theKeyChangesWithTheJarsAndTheFlags() throws IOException {
        String key = ClassArchive.key(jvm).orElseThrow();
        assertThat(ClassArchive.key(jvm)).contains(key);
        assertThat(ClassArchive.key(jvm.extraFlags(List.of("-Dmine=1")))).contains(key);
        assertThat(ClassArchive.key(jvm.collector(JvmCommand.Collector.G1)).orElseThrow())
                .isNotEqualTo(key);
        assertThat(ClassArchive.key(jvm.classPath(jar + ":" + home.resolve("none.jar")))
                        .orElseThrow())
                .isNotEqualTo(key);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        assertThat(ClassArchive.key(jvm).orElseThrow()).isNotEqualTo(key);
    }

    @Test
    void theKeyChangesWithTheJarsThatAnExecutableJarNames() throws IOException {
        Path library = home.resolve("library.jar");
        write(jar, "library.jar", Greeting.class);
        String without = ClassArchive.key(jvm).orElseThrow();
        write(library, null, Endless.class);
        String with = ClassArchive.key(jvm).orElseThrow();
        assertThat(with).isNotEqualTo(without);
        Files.setLastModifiedTime(library, FileTime.fromMillis(1_000));
        assertThat(ClassArchive.key(jvm).orElseThrow()).isNotEqualTo(with);
    }

    @Test
    void ofDirectoriesThereIsNoArchiveAndNoPlaceForItIsMade() throws IOException {
        for (JvmCommand command : List.of(jvm.classPath(jar + ":" + home), jvm.classPath(home + ":" + jar))) {
            assertThat(ClassArchive.key(command)).isEmpty();
            assertThat(ClassArchive.of(command, this::cache).applied()).isSameAs(command);
        }
        Files.createDirectory(home.resolve("classes"));
        write(jar, "classes/", Greeting.class);
        assertThat(ClassArchive.key(jvm)).isEmpty();
        assertThat(home.resolve("spm-java")).doesNotExist();
    }

    @Test
    void whoDecidesAboutArchivesAloneIsLeftAlone() {
        for (String flag : List.of("-Xshare:off", "-XX:SharedArchiveFile=mine.jsa", "-XX:AOTCache=mine", "@flags")) {
            JvmCommand command = jvm.extraFlags(List.of(flag));
            assertThat(ClassArchive.of(command, this::cache).applied()).isSameAs(command);
        }
        assertThat(home.resolve("spm-java")).doesNotExist();
    }

    @Test
    void withoutAPlaceJvmsStartAsEver() {
        ClassArchive none = ClassArchive.of(jvm, () -> {
            throw new IOException("there is no home");
        });
        assertThat(none.applied()).isSameAs(jvm);
        none.makeInBackground(null, null, null);
        none.close();
    }
}
