package org.spmjava.aeron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * The directory that a Hub's media driver lives in. The driver deletes and makes anew its own directory, with the
 * permissions that the process happens to have; therefore it gets one within the caller's, which keeps everybody else
 * out.
 */
final class DriverDirectory implements AutoCloseable {

    private static final String DRIVER = "driver";
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path directory;
    private final Deque<Path> created = new ArrayDeque<>();

    private DriverDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes it, or checks the one that is there.
     *
     * @throws UncheckedIOException if it cannot be made, is a symbolic link, belongs to somebody else or is open to
     *     others
     */
    static DriverDirectory prepare(Path directory) {
        DriverDirectory prepared = new DriverDirectory(directory);
        try {
            prepared.create(directory);
            check(directory);
        } catch (IOException e) {
            prepared.close();
            throw new UncheckedIOException(e);
        }
        return prepared;
    }

    /** Where the driver is to be: not there unless one died there. */
    Path driver() {
        return driverIn(directory);
    }

    /** Where the driver of a Hub is to be, given the directory of its {@link AeronConfiguration}. */
    static Path driverIn(Path directory) {
        return directory.resolve(DRIVER);
    }

    /**
     * Makes sure that there is room: Aeron maps its files, and a full file system would end the process with a signal.
     *
     * @param bytes how many are about to be taken
     * @throws UncheckedIOException if so many are not free
     */
    void requireSpace(long bytes) {
        try {
            requireSpace(directory, bytes, Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireSpace(Path directory, long required, long usable) throws IOException {
        if (usable < required) {
            throw new FileSystemException(
                    directory.toString(),
                    null,
                    "not enough space for shared memory: " + kib(required) + " needed, " + kib(usable)
                            + " free; free some, enlarge it (docker: --shm-size), use another directory or shorter"
                            + " term buffers");
        }
    }

    private static String kib(long bytes) {
        return (bytes + 1023) / 1024 + " KiB";
    }

    /** Removes what was made here, if nothing else is in it. */
    @Override
    public void close() {
        while (!created.isEmpty()) {
            try {
                Files.deleteIfExists(created.pop());
            } catch (IOException somethingOfSomebodyElseIsInIt) {
                created.clear();
            }
        }
    }

    private void create(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (path.getParent() != null) {
            create(path.getParent());
        }
        Files.createDirectory(path, ownerOnly(path));
        created.push(path);
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void check(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory.toString());
        }
        if (!isPosix(directory)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new FileSystemException(
                    directory.toString(),
                    null,
                    "it is open to others (" + PosixFilePermissions.toString(permissions) + "): make it rwx------");
        }
        Path probe = Files.createTempFile(directory, "owner", null);
        try {
            if (!Files.getOwner(probe).equals(Files.getOwner(directory))) {
                throw new FileSystemException(directory.toString(), null, "it belongs to another user");
            }
        } finally {
            Files.delete(probe);
        }
    }
}
