package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** When files were last changed, each looked up once. */
final class FileTimes {

    /** There is no such file. */
    static final long MISSING = -1;

    private final Path directory;
    private final Map<String, Long> known = new HashMap<>();

    FileTimes(Path directory) {
        this.directory = directory;
    }

    /** The time of a file in nanoseconds since 1970, or {@link #MISSING}. */
    long ofNs(String path) throws IOException {
        Long time = known.get(path);
        if (time == null) {
            time = readNs(directory.resolve(path));
            known.put(path, time);
        }
        return time;
    }

    /** The same of a file as it is now. */
    static long readNs(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (NoSuchFileException missing) {
            return MISSING;
        }
    }
}
