package org.spmjava.examples.make;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The times of several files, in their order. */
    Map<String, Long> ofNs(List<String> paths) throws IOException {
        Map<String, Long> times = new LinkedHashMap<>();
        for (String path : paths) {
            times.put(path, ofNs(path));
        }
        return times;
    }

    /** The same of a file as it is now. */
    static long readNs(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (NoSuchFileException missing) {
            return MISSING;
        } catch (FileSystemException noDirectory) {
            if (noDirectory.getReason() != null && noDirectory.getReason().equals("Not a directory")) {
                return MISSING;
            }
            throw noDirectory;
        }
    }

    /**
     * Whether something has to be made anew, as things are now: an output is missing, an input is missing, or an input
     * is newer than the oldest output.
     *
     * @param outputsNs the times of outputs
     * @param newestInputNs a time to compare inputs with instead; 0 for none
     */
    static boolean isOutdated(Path directory, Collection<Long> outputsNs, List<String> inputs, long newestInputNs)
            throws IOException {
        long comparedNs = newestInputNs;
        if (comparedNs == 0) {
            comparedNs = Long.MAX_VALUE;
            for (long outputNs : outputsNs) {
                comparedNs = Math.min(comparedNs, outputNs);
            }
        }
        boolean isOutdated = outputsNs.contains(MISSING);
        for (String input : inputs) {
            long inputNs = readNs(directory.resolve(input));
            isOutdated |= inputNs == MISSING || inputNs > comparedNs;
        }
        return isOutdated;
    }
}
