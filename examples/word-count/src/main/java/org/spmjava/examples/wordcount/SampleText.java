package org.spmjava.examples.wordcount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A text that is the same for the same seed: few words are frequent, many are rare. */
final class SampleText {

    private static final List<String> SYLLABLES =
            List.of("ba", "co", "di", "fu", "ge", "ha", "ki", "lo", "mu", "ne", "pa", "ro", "si", "tä", "wo", "zu");

    private SampleText() {}

    /** Writes a text of so many lines into a file. */
    static void write(Path file, long seed, int lines) throws IOException {
        Random random = new Random(seed);
        Files.write(file, (Iterable<String>) IntStream.range(0, lines).mapToObj(line -> line(random))::iterator);
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        int words = random.nextInt(12);
        for (int i = 0; i < words; i++) {
            line.append(i == 0 ? "" : " ").append(word(random));
        }
        return line.append(words > 0 ? "." : "").toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        do {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        } while (random.nextInt(5) < 2);
        return word.toString();
    }
}
