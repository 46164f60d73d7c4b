package org.spmjava.maven;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a goal remembers of its last run: a text file of its own, below the build directory. That it is lost costs time
 * and nothing else.
 *
 * @param key what the run depended on beside files: versions and settings; one line
 * @param facts what came of it, a line each
 * @param snapshot of the files that it read
 */
record Memory(String key, List<String> facts, Snapshot snapshot) {

    private static final String END_OF_FACTS = "--";

    /** What the file tells, if it is there and whole. */
    static Optional<Memory> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException damaged) {
            return Optional.empty();
        }
        int end = text.indexOf("\n" + END_OF_FACTS + "\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> head = text.substring(0, end).lines().toList();
        Snapshot snapshot = new Snapshot(text.substring(end + END_OF_FACTS.length() + 2));
        return head.isEmpty()
                ? Optional.empty()
                : Optional.of(new Memory(head.get(0), head.subList(1, head.size()), snapshot));
    }

    void writeTo(Path file) throws IOException {
        StringBuilder text = new StringBuilder(key).append('\n');
        facts.forEach(fact -> text.append(fact).append('\n'));
        text.append(END_OF_FACTS).append('\n').append(snapshot.text());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
