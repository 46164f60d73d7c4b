package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCacheTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path home;

    private ArchiveCache cache() throws IOException {
        return ArchiveCache.in(home.resolve("cache"));
    }

    private static Path archive(ArchiveCache cache, String key, Duration age) throws IOException {
        Path draft = cache.draft(key);
        Files.write(draft, CONTENT);
        Path archive = cache.publish(key, draft);
        age(archive, age);
        return archive;
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static List<String> names(ArchiveCache cache) throws IOException {
        try (Stream<Path> files = Files.list(cache.directory())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nobodyElseCanEnterIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache().directory())))
                .isEqualTo("rwx------");
        assertThat(cache().directory()).isEqualTo(home.toRealPath().resolve("cache/spm-java"));
    }

    @Test
    void aDirectoryThatOthersCanEnterIsNotUsed() throws IOException {
        Files.setPosixFilePermissions(cache().directory(), PosixFilePermissions.fromString("rwx--x--x"));
        assertThatIOException().isThrownBy(this::cache).withMessageContaining("of this user alone");
    }

    @Test
    void aLinkIsNotUsed() throws IOException {
        Path cache = Files.createDirectory(home.resolve("cache"));
        Files.createSymbolicLink(
                cache.resolve("spm-java"),
                Files.createDirectory(
                        home.resolve("elsewhere"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        assertThatIOException().isThrownBy(this::cache);
    }

    @Test
    void withoutAHomeThereIsNoCache() {
        assertThatIOException().isThrownBy(() -> ArchiveCache.in(home.resolve("nobody/cache")));
        assertThatIOException().isThrownBy(() -> ArchiveCache.in(Path.of("?", ".cache")));
        assertThatIOException().isThrownBy(() -> ArchiveCache.in(Path.of("/proc")));
        assertThatIOException()
                .isThrownBy(() -> ArchiveCache.in(Files.createDirectory(home.resolve("a:b"))))
                .withMessageContaining("two files");
    }

    @Test
    void anArchiveIsFoundByItsKey() throws IOException {
        Path archive = archive(cache(), "a", Duration.ZERO);
        assertThat(cache().find("a")).contains(archive);
        assertThat(cache().find("b")).isEmpty();
        assertThat(archive).hasBinaryContent(CONTENT);
    }

    @Test
    void anArchiveThatIsCutOrChangedIsDeletedAndNotUsed() throws IOException {
        Path cut = archive(cache(), "a", Duration.ZERO);
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(2);
        }
        assertThat(cache().find("a")).isEmpty();
        assertThat(cut).doesNotExist();

        Path changed = archive(cache(), "a", Duration.ZERO);
        Files.write(changed, new byte[] {1, 2, 4});
        assertThat(cache().find("a")).isEmpty();
        assertThat(changed).doesNotExist();
    }

    @Test
    void nothingIsTriedForADayAfterAFailure() throws IOException {
        assertThat(cache().isWanted("a")).isTrue();
        cache().failed("a");
        assertThat(cache().isWanted("a")).isFalse();
        assertThat(cache().isWanted("b")).isTrue();
        age(cache().directory().resolve("a.failed"), ArchiveCache.FAILURE_LASTS.plusMinutes(1));
        assertThat(cache().isWanted("a")).isTrue();
        cache().sweep();
        assertThat(names(cache())).isEmpty();
    }

    @Test
    void ofTwoHubsOneMakesTheArchiveUnlessItDies() throws IOException {
        Path draft = cache().draft("a");
        assertThat(cache().isWanted("a")).isFalse();
        age(draft, ArchiveCache.DRAFT_LASTS.plusMinutes(1));
        assertThat(cache().isWanted("a")).isTrue();
        cache().draft("b");
        assertThat(draft).doesNotExist();
    }

    @Test
    void aDraftToWhichNothingWasWrittenIsNoArchive() throws IOException {
        ArchiveCache cache = cache();
        Path draft = cache.draft("a");
        assertThatIOException().isThrownBy(() -> cache.publish("a", draft));
        assertThat(cache.find("a")).isEmpty();
    }

    @Test
    void thoseWhoseLastUseIsLongestAgoAreDeletedWhenThereAreTooMany() throws IOException {
        ArchiveCache cache = cache();
        for (int i = 0; i < ArchiveCache.MOST_ARCHIVES; i++) {
            archive(cache, "k" + i, Duration.ofDays(10 - i));
        }
        assertThat(cache.find("k0")).isPresent(); // which is a use
        archive(cache, "new", Duration.ZERO);
        assertThat(cache.find("k1")).isEmpty();
        assertThat(names(cache)).hasSize(ArchiveCache.MOST_ARCHIVES);
        assertThat(cache.find("k0")).isPresent();
        assertThat(cache.find("new")).isPresent();
    }

    @Test
    void allTogetherStayWithinTheLimit() throws IOException {
        ArchiveCache cache = cache();
        Path large = archive(cache, "large", Duration.ofMinutes(2));
        try (FileChannel channel = FileChannel.open(large, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(CONTENT), ArchiveCache.MOST_BYTES); // a hole
        }
        age(large, Duration.ofMinutes(2));
        Path small = archive(cache, "small", Duration.ZERO);
        assertThat(large).doesNotExist();
        assertThat(small).exists();
    }
}
