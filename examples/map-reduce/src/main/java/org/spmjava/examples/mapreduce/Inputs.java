package org.spmjava.examples.mapreduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Divides inputs. */
final class Inputs {

    private Inputs() {}

    /**
     * The files of an input, each divided into splits.
     *
     * @param path a file, or a directory with all files below it
     * @param input the input's number, from 0
     * @param splitBytes how long a split is; a compressed file is one whatever its length
     * @return the splits, by file and place; none of files that are empty
     * @throws JobException if there is no such path, or it cannot be read
     */
    static List<Split> divide(Path path, int input, long splitBytes) {
        List<Split> splits = new ArrayList<>();
        for (Path file : files(path)) {
            try {
                long length = Files.size(file);
                long modified = Files.getLastModifiedTime(file).toMillis();
                long step = Split.isCompressed(file) ? Math.max(1, length) : splitBytes;
                for (long from = 0; from < length; from += step) {
                    long to = Split.isCompressed(file) ? Long.MAX_VALUE : Math.min(length, from + step);
                    splits.add(new Split(file.toString(), from, to, input, length, modified));
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return splits;
    }

    /** How much there is to read, in bytes. */
    static long lengthBytes(List<Path> paths) {
        long sum = 0;
        for (Path path : paths) {
            for (Path file : files(path)) {
                try {
                    sum += Files.size(file);
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            }
        }
        return sum;
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> found = Files.walk(start(path))) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
            if (files.isEmpty() && !Files.isDirectory(path)) {
                throw new JobException("cannot read " + path + ": it is neither a file nor a directory");
            }
            for (Path file : files) {
                if (!Files.isReadable(file)) {
                    throw new JobException("cannot read " + file + ": it may not be read by you");
                }
            }
            return files;
        } catch (IOException e) {
            throw unreadable(path, e);
        } catch (UncheckedIOException e) {
            throw unreadable(path, e.getCause());
        }
    }

    /** A walk does not follow links, not even the one that it begins with. */
    private static Path start(Path path) throws IOException {
        return Files.isSymbolicLink(path) && Files.isDirectory(path) ? path.toRealPath() : path;
    }

    static JobException unreadable(Path path, IOException cause) {
        return new JobException("cannot read " + path + ": " + reason(cause));
    }

    /** Why, in a few words: Java says no more than the path for what is most common. */
    static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it is there already";
        }
        if (cause instanceof AccessDeniedException) {
            return "it may not be accessed by you";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
