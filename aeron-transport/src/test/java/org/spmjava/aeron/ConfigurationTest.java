package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.driver.exceptions.ActiveDriverException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transport is told, and the directory it lives in. */
class ConfigurationTest {

    @TempDir
    Path directory;

    @Test
    void valuesOutOfRangeAreRefused() {
        AeronConfiguration usual = AeronConfiguration.in(directory);
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withTermBufferLength(32 * 1024));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withTermBufferLength(100_000));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withTermBufferLength(1 << 30));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withMaxMessageLength(0));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withMaxMessageLength(Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withLivenessTimeout(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withLivenessTimeout(Duration.ofDays(2)));
    }

    @Test
    void argumentsSurviveTheirWayThroughACommandLine() {
        SpokeArguments arguments = new SpokeArguments(Path.of("/dev/shm/a = b"), 1, 1007, -5, 7, 100, 10_000, 65_536);
        assertThat(SpokeArguments.parse(arguments.format())).isEqualTo(arguments);
    }

    @Test
    void missingUnknownRepeatedAndSenselessArgumentsAreNamed() {
        List<String> good = new SpokeArguments(directory, 1, 1007, -5, 7, 100, 10_000, 65_536).format();
        for (String arg : good) {
            List<String> args = new ArrayList<>(good);
            args.remove(arg);
            String name = arg.substring(0, arg.indexOf('='));
            assertRefused(args, name + " is missing");
            args.add(name);
            assertRefused(args, name + " has no value");
            args.set(args.size() - 1, arg);
            args.add(arg);
            assertRefused(args, name + " is given twice");
            if (!name.equals("--aeron-directory")) {
                args.remove(args.size() - 1);
                args.set(args.size() - 1, name + "=x");
                assertRefused(args, name + " must be a number");
                args.set(args.size() - 1, name + "=99999999999");
                assertRefused(args, name + " must be a number");
            }
        }
        assertRefused(List.of("--colour=red"), "Unknown transport argument '--colour=red'");
        assertRefused(good, "There is no media driver in " + directory);
    }

    private static void assertRefused(List<String> args, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AeronSpokeTransport.connect(args))
                .withMessageContaining(expected);
    }

    @Test
    void theDirectoryIsMadeForItsOwnerOnlyAndRemovedWithItsParents() throws IOException {
        Path made = directory.resolve("a/b");
        try (AeronHubTransport hub = AeronHubTransport.start(AeronConfiguration.in(made))) {
            assertThat(hub.isClosed()).isFalse();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
            assertThatExceptionOfType(ActiveDriverException.class)
                    .isThrownBy(() -> AeronHubTransport.start(AeronConfiguration.in(made)));
            hub.open(1);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatWasThereStaysAndSoDoesWhatElseIsInIt() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Path file = Files.createFile(directory.resolve("mine"));
        AeronHubTransport.start(AeronConfiguration.in(directory)).close();
        assertThat(directory.toFile().listFiles()).containsExactly(file.toFile());
    }

    @Test
    void aDirectoryThatIsOpenToOthersOrALinkIsRefused() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(() -> AeronHubTransport.start(AeronConfiguration.in(open)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("open to others (rwxr-x---)");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("to")));
        assertThatThrownBy(() -> AeronHubTransport.start(AeronConfiguration.in(link)))
                .hasCauseInstanceOf(NotDirectoryException.class);
        assertThat(open).isEmptyDirectory();
    }

    @Test
    void tooLittleSpaceIsSaidInPlainWords() {
        assertThatThrownBy(() -> DriverDirectory.requireSpace(directory, 20 << 20, 64 << 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("20480 KiB needed, 64 KiB free");
        try (DriverDirectory prepared = DriverDirectory.prepare(directory.resolve("x"))) {
            assertThatThrownBy(() -> prepared.requireSpace(Long.MAX_VALUE)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void noSocketAndNoThreadIsLeftOpen() throws IOException {
        long before = sockets();
        int threads = Thread.activeCount();
        try (Bench bench = new Bench()) {
            bench.spoke(1);
            assertThat(sockets()).isEqualTo(before);
            assertThat(Thread.activeCount()).isEqualTo(threads);
        }
    }

    private static long sockets() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(ConfigurationTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void aClockThatDoesNotSeePausesSeesEverythingElse() {
        long[] now = {100};
        UnpausedClock clock = new UnpausedClock(10, () -> now[0]);
        long start = clock.nanoTime();
        now[0] += 7;
        assertThat(clock.nanoTime() - start).isEqualTo(7);
        now[0] += 1_000_000;
        assertThat(clock.nanoTime() - start).isEqualTo(17);
        now[0] += 3;
        assertThat(clock.nanoTime() - start).isEqualTo(20);
    }
}
