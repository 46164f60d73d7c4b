package org.spmjava.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of session directories, and their deletion. */
final class SessionFiles {

    /** Hexadecimal digits of a session's cookie. */
    static final int COOKIE_LENGTH = 32;

    private static final Pattern NAME = Pattern.compile("spm-[A-Za-z0-9_.-]+-[0-9a-f]{" + COOKIE_LENGTH + "}");
    private static final int DELETE_ROUNDS = 20;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private SessionFiles() {}

    /** What the names of all sessions of this user begin with. */
    static String prefix() {
        return "spm-" + userName() + "-";
    }

    /** Whether a file name is one of a session, of whatever user. */
    static boolean isSessionName(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    /** The user's name, with characters that are trouble in paths replaced. */
    static String userName() {
        String name = System.getProperty("user.name", "");
        // Java says "?" for a user id without a name.
        return name.isEmpty() || name.equals("?") ? "uid" + ownUid() : sanitised(name);
    }

    private static String sanitised(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    private static int ownUid() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            // Uid: real effective saved file-system
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user id that owns a file, not following links. */
    private static int uidOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is a directory, not a link to one, and belongs to the user of this JVM. */
    static boolean isOwnDirectory(Path path) {
        try {
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && uidOf(path) == ownUid();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The entries of {@code parent} that are a session's of this user, or one's that is being created. */
    static List<Path> ownSessions(Path parent) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, SessionFiles::looksLikeOwn)) {
            entries.forEach(found::add);
        }
        return found;
    }

    private static boolean looksLikeOwn(Path path) {
        String name = visibleName(path);
        // By length, for the name of one user may be the beginning of another's.
        return name.startsWith(prefix())
                && name.length() == prefix().length() + COOKIE_LENGTH
                && isSessionName(name)
                && isOwnDirectory(path);
    }

    /** The name that a session's directory has, or will have once it is created. */
    static String visibleName(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /**
     * Deletes a directory with all that is in it, while others may still write there. Follows no link.
     *
     * @return whether it is gone
     */
    static boolean deleteTree(Path root) {
        for (int round = 0; round < DELETE_ROUNDS && Files.exists(root, LinkOption.NOFOLLOW_LINKS); round++) {
            try {
                Files.walkFileTree(root, new Deleter());
            } catch (IOException e) {
                // Somebody added a file, or cannot be denied one: the next round tries again.
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
        return !Files.exists(root, LinkOption.NOFOLLOW_LINKS);
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (!Files.isWritable(directory)) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
