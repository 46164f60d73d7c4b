package org.spmjava.core.process;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The class archives of one user, in a directory of his cache that nobody else can enter: at most four, of 200 MB
 * together. All of it may be deleted at any time, and used by several JVMs at a time.
 *
 * <p>An archive carries its length and its checksum in its name, since a JVM that maps a truncated one crashes (JDK
 * 17), and none checks what is in it.
 */
final class ArchiveCache {

    static final int MOST_ARCHIVES = 4;
    static final long MOST_BYTES = 200L << 20;

    /** After a failure nothing is tried for as long. */
    static final Duration FAILURE_LASTS = Duration.ofDays(1);

    /** A draft that is older is a leftover; making an archive is given up long before. */
    static final Duration DRAFT_LASTS = Duration.ofMinutes(10);

    private static final Duration NOTED_USE = Duration.ofHours(1);
    private static final int BUFFER_BYTES = 1 << 20;
    private static final String DIRECTORY = "spm-java";
    private static final String ARCHIVE = ".jsa";
    private static final String DRAFT = ".draft";
    private static final String FAILURE = ".failed";
    private static final HexFormat HEX = HexFormat.of();
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;

    private ArchiveCache(Path directory) {
        this.directory = directory;
    }

    /**
     * In the user's cache: {@code XDG_CACHE_HOME}, or {@code .cache} of the home directory.
     *
     * @throws IOException if there is none, or it cannot be trusted
     */
    static ArchiveCache ofUser() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        return in(
                cache != null && Path.of(cache).isAbsolute()
                        ? Path.of(cache)
                        : Path.of(System.getProperty("user.home", ""), ".cache"));
    }

    /**
     * In a directory {@code spm-java} of the given one; both are made if they are not there.
     *
     * @throws IOException if one of them cannot be made, is not this user's, or is open to others
     */
    static ArchiveCache in(Path userCache) throws IOException {
        if (!userCache.isAbsolute()) {
            throw new IOException("there is no place for class archives: " + userCache);
        }
        create(userCache);
        // Somebody else's, as under sudo: a directory of ours in it would keep its owner from having one.
        Path cache = userCache.toRealPath();
        if (!SessionFiles.isOwnDirectory(cache)) {
            throw new IOException(cache + " is not a directory of this user");
        }
        Path directory = cache.resolve(DIRECTORY);
        if (directory.toString().indexOf(File.pathSeparatorChar) >= 0) {
            throw new IOException("a JVM takes " + directory + " for two files");
        }
        create(directory);
        if (!SessionFiles.isOwnDirectory(directory)
                || !Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS)
                        .equals(PosixFilePermissions.fromString("rwx------"))) {
            throw new IOException(directory + " is not a directory of this user alone");
        }
        return new ArchiveCache(directory);
    }

    private static void create(Path directory) throws IOException {
        try {
            if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(directory, OWNER_ONLY);
            }
        } catch (FileAlreadyExistsException e) {
            // Another JVM was faster.
        }
    }

    Path directory() {
        return directory;
    }

    /** The archive with a key, whole, or empty if there is none. One that is damaged is deleted. */
    Optional<Path> find(String key) throws IOException {
        for (Path archive : list(key, ARCHIVE)) {
            try {
                if (archive.equals(named(key, archive))) {
                    noteUse(archive);
                    return Optional.of(archive);
                }
                Files.deleteIfExists(archive);
            } catch (NoSuchFileException e) {
                // Swept by another JVM at this moment.
            }
        }
        return Optional.empty();
    }

    /** Whether making one is worth a try: none is being made, and none has failed lately. */
    boolean isWanted(String key) throws IOException {
        for (Path draft : list(key, DRAFT)) {
            if (isYounger(draft, DRAFT_LASTS)) {
                return false;
            }
        }
        return !isYounger(failure(key), FAILURE_LASTS);
    }

    /** A new file, to be written to and then {@linkplain #publish published} or deleted. */
    Path draft(String key) throws IOException {
        sweep();
        return Files.createTempFile(directory, key + "-", DRAFT);
    }

    /**
     * Gives a draft its name, when it is safe on the disk.
     *
     * @throws IOException if nothing has been written to it
     */
    Path publish(String key, Path draft) throws IOException {
        if (Files.size(draft) == 0) {
            throw new IOException("the archive is empty");
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Path archive = Files.move(draft, named(key, draft), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(failure(key));
        sweep();
        return archive;
    }

    /** Notes that no archive can be made for now. */
    void failed(String key) throws IOException {
        Files.write(failure(key), new byte[0]);
        Files.setLastModifiedTime(failure(key), FileTime.fromMillis(System.currentTimeMillis()));
    }

    /** Deletes leftovers, and the archives whose last use is longest ago, as far as there are too many. */
    void sweep() throws IOException {
        for (Path draft : list("", DRAFT)) {
            if (!isYounger(draft, DRAFT_LASTS)) {
                Files.deleteIfExists(draft);
            }
        }
        for (Path failure : list("", FAILURE)) {
            if (!isYounger(failure, FAILURE_LASTS)) {
                Files.deleteIfExists(failure);
            }
        }
        record Archive(Path path, long usedMs, long bytes) {}
        List<Archive> archives = new ArrayList<>();
        for (Path path : list("", ARCHIVE)) {
            try {
                archives.add(new Archive(path, Files.getLastModifiedTime(path).toMillis(), Files.size(path)));
            } catch (NoSuchFileException e) {
                // Swept by another JVM at this moment.
            }
        }
        archives.sort(Comparator.comparingLong(Archive::usedMs).reversed());
        Set<String> keys = new HashSet<>();
        long bytes = 0;
        for (Archive archive : archives) {
            String name = archive.path.getFileName().toString();
            boolean isFirst = keys.add(name.substring(0, Math.max(0, name.indexOf('-'))));
            bytes += archive.bytes;
            if (!isFirst || keys.size() > MOST_ARCHIVES || bytes > MOST_BYTES) {
                Files.deleteIfExists(archive.path);
            }
        }
    }

    private Path named(String key, Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            // Not mapped: a file that is cut at this moment would crash this JVM.
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            long length = 0;
            while (channel.read(buffer.clear()) >= 0) {
                length += buffer.flip().remaining();
                checksum.update(buffer);
            }
            return directory.resolve(key + "-" + length + "-" + HEX.toHexDigits((int) checksum.getValue()) + ARCHIVE);
        }
    }

    private Path failure(String key) {
        return directory.resolve(key + FAILURE);
    }

    private static void noteUse(Path archive) throws IOException {
        if (!isYounger(archive, NOTED_USE)) {
            Files.setLastModifiedTime(archive, FileTime.fromMillis(System.currentTimeMillis()));
        }
    }

    private List<Path> list(String prefix, String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(prefix)
                        && name.endsWith(suffix)
                        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** Nothing is older than what comes from the future: the clock was wrong then. */
    private static boolean isYounger(Path path, Duration limit) throws IOException {
        try {
            long ageMs = System.currentTimeMillis()
                    - Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis();
            return ageMs < limit.toMillis() && ageMs > -limit.toMillis();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
