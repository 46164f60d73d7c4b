package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The files of a directory and of those below it, each asked for its attributes once. */
final class FileTree {

    /**
     * The time of the last change of any kind cannot be set back, as that of the content can; not every system has it.
     */
    private static final String UNIX = "unix:isDirectory,isRegularFile,size,lastModifiedTime,ctime,ino";

    private static final String BASIC = "isDirectory,isRegularFile,size,lastModifiedTime";

    private final boolean unix;
    private final String ending;
    private final List<Entry> entries = new ArrayList<>();

    /** The real paths of the directories on the way to where the walk is. */
    private final Deque<Path> open = new ArrayDeque<>();

    /**
     * A file.
     *
     * @param path where it is
     * @param modifiedNanos when its content was last changed, since the epoch
     * @param attributes all that differs when it is another file, or another content; one word
     */
    record Entry(Path path, long modifiedNanos, String attributes) {}

    private FileTree(Path root, String ending) {
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
        this.ending = ending;
    }

    /**
     * The files below {@code root} whose names end with {@code ending}, in the file system's order; or {@code root}
     * itself, if it is a file; or none, if there is nothing of that name. Links are followed, but never in circles.
     */
    static List<Entry> list(Path root, String ending) throws IOException {
        FileTree tree = new FileTree(root, ending);
        tree.add(root, true);
        return tree.entries;
    }

    private void add(Path path, boolean wanted) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(path, unix ? UNIX : BASIC);
        } catch (NoSuchFileException isGoneOrLeadsNowhere) {
            return;
        } catch (AccessDeniedException isHidden) {
            throw isHidden;
        } catch (FileSystemException e) {
            if (Files.isSymbolicLink(path)) {
                // It leads to itself, by way of other links or at once.
                return;
            }
            throw e;
        }
        if (attributes.get("isDirectory").equals(true)) {
            addAll(path);
        } else if (wanted && attributes.get("isRegularFile").equals(true)) {
            entries.add(entry(path, attributes));
        }
    }

    private void addAll(Path directory) throws IOException {
        boolean leads = open.isEmpty() || Files.isSymbolicLink(directory);
        Path real = leads ? directory.toRealPath() : open.getLast().resolve(directory.getFileName());
        if (!open.contains(real)) {
            open.addLast(real);
            addChildren(directory);
            open.removeLast();
        }
    }

    private void addChildren(Path directory) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                add(child, child.toString().endsWith(ending));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private Entry entry(Path path, Map<String, Object> attributes) {
        long modified = nanos(attributes.get("lastModifiedTime"));
        String word = attributes.get("size") + ":" + modified;
        return new Entry(
                path,
                modified,
                unix ? word + ":" + nanos(attributes.get("ctime")) + ":" + attributes.get("ino") : word);
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }
}
