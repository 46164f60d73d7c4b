package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What files looked like at a moment: their attributes, and for those that were changed just before, their content too.
 * A file system tells time in ticks, so of a file as young as that, another edit could leave the attributes as they
 * are. A snapshot is taken before the files are read: what changes in between differs from it.
 *
 * @param text of each file its attributes, the digest of its content or {@code -}, its path, and a NUL: the one
 *     character that no path contains
 */
record Snapshot(String text) {

    /** Of no moment: no files ever looked like that. */
    static final Snapshot NONE = new Snapshot("");

    /** The coarsest tick of a file system in use, that of FAT, in nanoseconds. */
    private static final long TICK = TimeUnit.SECONDS.toNanos(2);

    private static final String NO_DIGEST = "-";
    private static final String ABSENT = "absent";
    private static final String END = "\0";
    private static final int PARTS = 3;

    /**
     * Looks at files.
     *
     * @param roots files, and directories whose files count; what is not there counts as absent
     * @param ending of the names that count within directories
     */
    static Snapshot of(List<Path> roots, String ending) throws IOException {
        long young = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - TICK;
        StringBuilder text = new StringBuilder();
        for (Path root : roots) {
            List<FileTree.Entry> entries = FileTree.list(root, ending);
            if (entries.isEmpty()) {
                append(text, ABSENT, NO_DIGEST, root);
            }
            for (FileTree.Entry entry : entries) {
                String digest = entry.modifiedNanos() < young ? NO_DIGEST : digest(entry.path());
                append(text, entry.attributes(), digest, entry.path());
            }
        }
        return new Snapshot(text.toString());
    }

    private static void append(StringBuilder text, String attributes, String digest, Path path) {
        text.append(attributes).append(' ').append(digest).append(' ');
        text.append(path).append(END);
    }

    /** Whether the files are what they were when {@code earlier} was taken. */
    boolean isSameAs(Snapshot earlier) throws IOException {
        if (text.equals(earlier.text)) {
            return true;
        }
        String[] files = text.split(END);
        String[] filesThen = earlier.text.split(END);
        if (files.length != filesThen.length) {
            return false;
        }
        for (int i = 0; i < files.length; i++) {
            if (!isSame(files[i].split(" ", PARTS), filesThen[i].split(" ", PARTS))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(String[] file, String[] then) throws IOException {
        if (then.length < PARTS || !file[0].equals(then[0]) || !file[2].equals(then[2])) {
            return false;
        }
        if (then[1].equals(NO_DIGEST)) {
            return true;
        }
        return then[1].equals(file[1].equals(NO_DIGEST) ? digest(Path.of(file[2])) : file[1]);
    }

    private static String digest(Path file) throws IOException {
        return new Digest().add(Files.readAllBytes(file)).hex();
    }
}
