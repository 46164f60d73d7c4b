package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word count, beside the pipelines that the README states. */
class WordCountTest {

    private static final String BY_SPACE = "tr -s '[:space:]' '\\n' < text | sed '/^$/d' | sort | uniq -c";
    private static final String BY_LETTERS = "tr -cs 'A-Za-z' '\\n' < text | sed '/^$/d' | sort | uniq -c";

    @TempDir
    private Path directory;

    /** Words of all bytes but NUL, which `sed` and `sort` take as well, most of them short and frequent. */
    private static byte[] text(long seed, int words) {
        Random random = new Random(seed);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < words; i++) {
            int number = 3000 / (1 + random.nextInt(3000));
            int length = 1 + number % 23;
            Random ofWord = new Random(number);
            for (int at = 0; at < length; at++) {
                text.write(number % 7 == 0 ? 1 + ofWord.nextInt(255) : 'A' + ofWord.nextInt(58));
            }
            text.writeBytes(List.of(" ", "\n", "\t", "\r\n", "  \n\n", "\f\u000b")
                    .get(random.nextInt(6))
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return text.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "space, centralized, 64k, 20k, 3",
        "space, decentralized, 64k, 20k, 3",
        "space, centralized, 1m, 1m, 1",
        "letters, centralized, 64k, 7000, 5",
        "letters, decentralized, 1m, 100k, 2"
    })
    void theOutputIsWhatSortAndUniqSay(String words, String aggregation, String memory, String split, String partitions)
            throws Exception {
        Files.write(directory.resolve("text"), text(5, 60_000));
        byte[] expected = Trial.shell(directory, words.equals("space") ? BY_SPACE : BY_LETTERS);
        Path output = directory.resolve("output");
        Trial trial = new Trial();
        trial.run(
                "wordcount",
                directory.resolve("text").toString(),
                "-o",
                output.toString(),
                "-Dwords=" + words,
                "--aggregation=" + aggregation,
                "--memory=" + memory,
                "--split=" + split,
                "--partitions=" + partitions);
        assertThat(output).hasBinaryContent(expected);
        assertThat(trial.lines).isEmpty();
        assertThat(Files.list(directory)).hasSize(2);
    }

    @Test
    void theBestAreThoseThatSortByCountPutsFirst() throws Exception {
        Files.write(directory.resolve("text"), text(6, 20_000));
        String best = new String(
                Trial.shell(directory, BY_LETTERS + " | sort -k1,1nr -k2 | sed -n 1,25p"), StandardCharsets.UTF_8);
        Trial trial = new Trial();
        trial.run("wordcount", directory.resolve("text").toString(), "--top", "25", "-D", "words=letters");
        assertThat(trial.lines).isEqualTo(best.lines().toList());
    }

    @Test
    void partsAreSortedAndTogetherEverything() throws Exception {
        Files.write(directory.resolve("text"), text(7, 20_000));
        Path parts = directory.resolve("parts");
        new Trial()
                .run("wordcount", directory.resolve("text").toString(), "--parts", parts.toString(), "--partitions=4");
        assertThat(Trial.shell(directory, "for i in 0 1 2 3; do sort -c -k2 parts/part-0000$i; done"))
                .isEmpty();
        assertThat(Trial.shell(directory, "sort -k2 parts/*")).isEqualTo(Trial.shell(directory, BY_SPACE));
        assertThat(Files.list(parts)).hasSize(4);
    }

    @Test
    void severalFilesCompressedOnesAmongThemAreOneInput() throws Exception {
        Path input = Files.createDirectory(directory.resolve("input"));
        Files.write(input.resolve("a"), text(8, 3000));
        Files.writeString(input.resolve("b"), "no line end");
        Files.write(input.resolve("c"), text(9, 3000));
        Trial.shell(input, "gzip c");
        byte[] expected = Trial.shell(
                directory,
                "(cat input/a; echo; cat input/b; echo; zcat input/c.gz) | " + BY_SPACE.replace("< text", ""));
        Path output = directory.resolve("output");
        new Trial().run("wordcount", input.toString(), "-o", output.toString());
        assertThat(output).hasBinaryContent(expected);
    }

    @Test
    void aTextWithoutWordsGivesAnEmptyOutput() throws Exception {
        for (String text : List.of("", " \n ")) {
            Files.writeString(directory.resolve("text"), text);
            Path output = directory.resolve("output");
            assertThat(new Trial()
                            .run("wordcount", directory.resolve("text").toString(), "-o", output.toString())
                            .wentWell())
                    .isTrue();
            assertThat(output).isEmptyFile();
        }
    }

    @Test
    void aWordIsDividedByOneOfTwoThings() {
        assertThatThrownBy(() -> new WordCountJob(new Settings(Map.of("words", "tabs"))))
                .isInstanceOf(JobException.class)
                .hasMessage("words are divided by `space` or `letters`, not by `tabs`");
    }
}
