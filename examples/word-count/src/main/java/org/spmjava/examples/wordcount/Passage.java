package org.spmjava.examples.wordcount;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole lines of a file of UTF-8 text.
 *
 * @param file the file
 * @param from the first byte
 * @param to the first byte after it
 */
public record Passage(Path file, long from, long to) {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /**
     * Divides a file, or all files below a directory.
     *
     * @param text the file or directory
     * @param lengthBytes how long a passage is at least, if the file is
     * @return the passages, by file and place
     * @throws IOException if a file cannot be read
     */
    public static List<Passage> of(Path text, long lengthBytes) throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (Path path : files(text)) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                long from = 0;
                while (from < file.length()) {
                    long to = endOfLine(file, from + lengthBytes);
                    passages.add(new Passage(path, from, to));
                    from = to;
                }
            }
        }
        return passages;
    }

    private static List<Path> files(Path text) throws IOException {
        try (Stream<Path> paths = Files.walk(text)) {
            return paths.filter(Files::isRegularFile)
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        }
    }

    /** The first place after a line's end, from a given place on. */
    private static long endOfLine(RandomAccessFile file, long from) throws IOException {
        if (from >= file.length()) {
            return file.length();
        }
        file.seek(from);
        byte[] some = new byte[256];
        for (int count = file.read(some); count > 0; count = file.read(some)) {
            for (int i = 0; i < count; i++) {
                if (some[i] == '\n') {
                    return file.getFilePointer() - count + i + 1;
                }
            }
        }
        return file.length();
    }

    /** The lines. */
    List<String> lines() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
            opened.seek(from);
            opened.readFully(bytes);
        }
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** The words of a line: runs of letters, in small letters. */
    static Stream<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
