package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.wordcount.Passage;
import org.spmjava.examples.wordcount.Survey;
import org.spmjava.examples.wordcount.Words;

/** The example of aggregates, beside loops over the same text. */
@ExtendWith(Census.class)
class WordCountTest {

    private static final int PASSAGE_BYTES = 1000;
    private static final List<String> ENDS = List.of("\n", "\r\n", ".\n", " 42\n\n", ", ", " - ");

    @TempDir
    private Path text;

    /** What the oracle found. */
    private final TreeMap<String, Long> counts = new TreeMap<>();

    private long lines;
    private long words;
    private String longest = "";

    @BeforeEach
    void writeAndCount() throws Exception {
        Random random = new Random(7);
        for (int file = 0; file < 3; file++) {
            StringBuilder written = new StringBuilder();
            for (int i = 0; i < 3000; i++) {
                written.append(word(random)).append(ENDS.get(random.nextInt(ENDS.size())));
            }
            Files.writeString(text.resolve("part " + file), written);
            count(written + "\n");
        }
        Files.writeString(text.resolve("part without text"), "");
    }

    private static String word(Random random) {
        int number = random.nextInt(40) * random.nextInt(40);
        return (number % 3 == 0 ? "É" : "w") + Integer.toString(number, 36).replaceAll("[0-9]", "ä");
    }

    /** Letter by letter. */
    private void count(String file) {
        StringBuilder word = new StringBuilder();
        for (char c : file.toCharArray()) {
            if (Character.isLetter(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                String found = word.toString().toLowerCase(Locale.ROOT);
                counts.put(found, counts.getOrDefault(found, 0L) + 1);
                longest = found.length() > longest.length() ? found : longest;
                words++;
                word.setLength(0);
            }
            if (c == '\n') {
                lines++;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHubAndTheSpokesFindWhatTheOracleFinds(Sessions session) throws Exception {
        List<Passage> passages = Passage.of(text, PASSAGE_BYTES);
        assertThat(passages).hasSizeGreaterThan(20);
        try (VirtualCloud cloud = session.open()) {
            Survey survey = new Survey(cloud);
            Words all = new Words(cloud);
            Conclusion surveyed = survey.take(passages, cloud.intraAll());
            assertThat(surveyed.concludedWell())
                    .as(surveyed.counts() + " " + surveyed.residue())
                    .isTrue();
            assertThat(survey.result()).hasValueSatisfying(found -> {
                assertThat(found.lines()).isEqualTo(lines);
                assertThat(found.words()).isEqualTo(words);
                assertThat(found.longestWord()).isEqualTo(longest);
            });
            Conclusion counted = all.count(passages, cloud.intraAll());
            assertThat(counted.concludedWell())
                    .as(counted.counts() + " " + counted.residue())
                    .isTrue();
            assertThat(all.counts()).isEqualTo(counts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thereMayBeNoText(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            Survey survey = new Survey(cloud);
            Words all = new Words(cloud);
            survey.take(List.of(), cloud.intraAll());
            all.count(List.of(), cloud.intraAll());
            assertThat(survey.result()).isEmpty();
            assertThat(all.counts()).isEqualTo(Map.of());
        }
    }

    @Test
    void itSaysTheSameInASerialSession() throws Exception {
        String main = "org.spmjava.examples.wordcount.WordCount";
        Java.Run parallel = Java.run(main, "--spokes", "2", "--top", "3", text.toString());
        Java.Run serial = Java.run(main, "--serial", "--top", "3", text.toString());
        assertThat(parallel.exitCode()).isZero();
        assertThat(parallel.output())
                .startsWith(lines + " lines, " + words + " words; the longest is " + longest + "\n")
                .isEqualTo(serial.output());
        assertThat(Java.run(main, text.resolve("absent").toString()).output()).contains("Cannot read ");
    }
}
