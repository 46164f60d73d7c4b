package org.spmjava.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one session: a directory for temporary files and one in shared memory, both mode 0700 and both named
 * {@code spm-<user>-<cookie>}. Thread-safe.
 *
 * <p>Each is locked for as long as its session lives, by a lock that the operating system drops with its owner. So a
 * directory whose lock is free is a leftover. A directory is locked under a hidden name before it gets its own: nobody
 * ever sees one that is live and not locked.
 */
public final class SessionDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDirectory.class);
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String LOCK_NAME = "session.lock";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** How long a hidden directory may take to be locked before it counts as a leftover. */
    private static final Duration CREATION_LIMIT = Duration.ofMinutes(1);

    /**
     * The sessions of this JVM. They must not even be looked at by a sweep: a lock on Linux belongs to the process and
     * the file, and closing any other channel to the file drops it.
     */
    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    private final String cookie;
    private final Path temporary;
    private final Path sharedMemory;
    private final List<FileChannel> locks = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SessionDirectory(Path temporaryParent, Path sharedMemoryParent) throws IOException {
        byte[] random = random(SessionFiles.COOKIE_LENGTH / 2);
        this.cookie = HexFormat.of().formatHex(random);
        String name = SessionFiles.prefix() + cookie;
        this.temporary = temporaryParent.resolve(name);
        boolean apart =
                isUsable(sharedMemoryParent) && !sharedMemoryParent.toRealPath().equals(temporaryParent.toRealPath());
        this.sharedMemory = apart ? sharedMemoryParent.resolve(name) : temporary.resolve("shm");
        OWN.add(name);
        try {
            createLocked(temporary);
            if (apart) {
                createLocked(sharedMemory);
            } else {
                LOG.warn("{} is not usable, shared memory will be files in {}", sharedMemoryParent, sharedMemory);
                Files.createDirectory(sharedMemory, OWNER_ONLY);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Creates the directories of a new session, in {@code java.io.tmpdir} and in {@code /dev/shm}. Where there is no
     * {@code /dev/shm}, shared memory is a directory inside the other, and a warning says so.
     *
     * @throws IOException if one cannot be created or locked; nothing is left behind then
     */
    public static SessionDirectory create() throws IOException {
        return create(temporaryParent(), SHARED_MEMORY);
    }

    static SessionDirectory create(Path temporaryParent, Path sharedMemoryParent) throws IOException {
        return new SessionDirectory(temporaryParent, sharedMemoryParent);
    }

    /**
     * Deletes what dead sessions of this user left. Never touches a session that lives or is just starting, nor anybody
     * else's files. What cannot be deleted is logged and left for the next time.
     *
     * @return the directories that were deleted
     */
    public static List<Path> sweepLeftovers() {
        return sweepLeftovers(List.of(temporaryParent(), SHARED_MEMORY));
    }

    static List<Path> sweepLeftovers(List<Path> parents) {
        List<Path> deleted = new ArrayList<>();
        for (Path parent : parents) {
            if (!Files.isDirectory(parent)) {
                continue;
            }
            try {
                for (Path candidate : SessionFiles.ownSessions(parent)) {
                    if (sweep(candidate)) {
                        deleted.add(candidate);
                    }
                }
            } catch (IOException e) {
                LOG.warn("cannot look for leftovers of dead sessions in {}: {}", parent, e.toString());
            }
        }
        if (!deleted.isEmpty()) {
            LOG.info("deleted what dead sessions left: {}", deleted);
        }
        return deleted;
    }

    /** The session's cookie: 128 random bits as 32 hexadecimal digits. */
    public String cookie() {
        return cookie;
    }

    /** Where the session's temporary files go; absolute, exists until {@link #close()}. */
    public Path temporary() {
        return temporary;
    }

    /** Where the session's shared memory goes; absolute, exists until {@link #close()}. */
    public Path sharedMemory() {
        return sharedMemory;
    }

    /** The directories that have to be deleted when the session is over. */
    public List<Path> roots() {
        return sharedMemory.startsWith(temporary) ? List.of(temporary) : List.of(temporary, sharedMemory);
    }

    /**
     * Checks that shared memory has room. Writing to a mapped file of a full file system crashes the JVM, so ask
     * before.
     *
     * @throws IOException if fewer than {@code neededBytes} are free; the message says how many are, and what to do
     */
    public void requireSharedMemory(long neededBytes) throws IOException {
        long freeBytes = Files.getFileStore(sharedMemory).getUsableSpace();
        if (freeBytes < neededBytes) {
            throw new IOException(String.format(
                    "%s has %,d KiB free, but this session needs %,d KiB: delete what is not used there, make it"
                            + " larger (mount -o remount,size=…; docker run --shm-size=…), or use fewer Spokes",
                    sharedMemory.getParent(), freeBytes >> 10, neededBytes >> 10));
        }
    }

    /** Deletes both directories and releases their locks. Idempotent. What cannot be deleted is logged. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        for (Path root : roots()) {
            deleteWithHidden(root);
        }
        for (FileChannel lock : locks) {
            closeQuietly(lock);
        }
        OWN.remove(temporary.getFileName().toString());
    }

    @Override
    public String toString() {
        return "session " + cookie + " in " + roots();
    }

    /** From the kernel: to find and load the JDK's security providers takes 15 ms. */
    private static byte[] random(int length) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("/dev/urandom"))) {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length == length) {
                return bytes;
            }
        } catch (NoSuchFileException e) {
            LOG.debug("there is no {}", e.getFile());
        }
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void deleteWithHidden(Path root) {
        if (!SessionFiles.deleteTree(root) | !SessionFiles.deleteTree(hidden(root))) {
            LOG.warn("{} cannot be deleted; the next session will try again", root);
        }
    }

    private static Path hidden(Path root) {
        return root.resolveSibling("." + root.getFileName());
    }

    private void createLocked(Path root) throws IOException {
        Path hidden = hidden(root);
        Files.createDirectory(hidden, OWNER_ONLY);
        FileChannel channel =
                FileChannel.open(hidden.resolve(LOCK_NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        locks.add(channel);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new IOException("another process locks " + hidden);
        }
        Files.move(hidden, root, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean sweep(Path candidate) throws IOException {
        boolean isHidden = candidate.getFileName().toString().startsWith(".");
        if (OWN.contains(SessionFiles.visibleName(candidate)) || (isHidden && isYoung(candidate))) {
            return false;
        }
        Path lockFile = candidate.resolve(LOCK_NAME);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            // Held while deleting: of two sweeps at a time, one passes on.
            FileLock lock = channel.tryLock();
            return lock != null && delete(candidate);
        } catch (NoSuchFileException e) {
            // Its owner deletes it at this moment, or died while doing so; either way it is over.
            return delete(candidate);
        } catch (IOException e) {
            LOG.warn("cannot tell whether {} is in use: {}", candidate, e.toString());
            return false;
        }
    }

    private static boolean delete(Path candidate) {
        boolean gone = SessionFiles.deleteTree(candidate);
        if (!gone) {
            LOG.warn("{} of a dead session cannot be deleted", candidate);
        }
        return gone;
    }

    private static boolean isYoung(Path path) {
        try {
            long ageMs = System.currentTimeMillis()
                    - Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis();
            return ageMs < CREATION_LIMIT.toMillis();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isUsable(Path directory) {
        return Files.isDirectory(directory) && Files.isWritable(directory);
    }

    private static Path temporaryParent() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a session's lock: {}", e.toString());
        }
    }
}
