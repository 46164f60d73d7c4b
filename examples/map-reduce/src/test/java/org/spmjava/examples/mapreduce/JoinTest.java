package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.examples.common.UserError;

/** The join, beside the pipeline that the README states. */
class JoinTest {

    /** Whole numbers, since awk adds in doubles. */
    private static final String ORACLE = "join -t, -j 1 <(sort -t, -k1,1 left) <(sort -t, -k1,1 right)"
            + " | awk -F, '{ k = $1 FS $2; sum[k] += $3; rows[k]++ }"
            + " END { for (k in sum) printf \"%s,%d,%d\\n\", k, sum[k], rows[k] }' | sort -t, -k1,1 -k2,2";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeTables() throws Exception {
        Random random = new Random(3);
        StringBuilder left = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            int key = random.nextInt(1800);
            left.append("c")
                    .append(key)
                    .append(",N\u00e4me ")
                    .append(random.nextInt(3))
                    .append('\n');
        }
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            right.append("c").append(200 + random.nextInt(1800)).append(',');
            right.append(random.nextInt(100_000) - 20_000).append(",2026\n");
        }
        Files.writeString(directory.resolve("left"), left);
        Files.writeString(directory.resolve("right"), right);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({"centralized, 64k, 30k", "decentralized, 64k, 30k", "centralized, 16m, 16m"})
    void theOutputIsWhatSortJoinAndAwkSay(String aggregation, String memory, String split) throws Exception {
        Trial trial = new Trial();
        trial.run(
                "join",
                path("left"),
                path("right"),
                "-o",
                path("output"),
                "-Ddecimals=0",
                "--aggregation",
                aggregation,
                "--memory",
                memory,
                "--split",
                split);
        assertThat(directory.resolve("output")).hasBinaryContent(Trial.shell(directory, ORACLE));
        String unmatched = "join -t, -v%d -j 1 <(sort -t, -k1,1 left) <(sort -t, -k1,1 right) | wc -l";
        assertThat(trial.notes)
                .contains(
                        number(unmatched.formatted(1)) + " rows on the left without a match",
                        number(unmatched.formatted(2)) + " rows on the right without a match");
    }

    private String number(String command) throws Exception {
        return new String(Trial.shell(directory, command), StandardCharsets.US_ASCII).strip();
    }

    @Test
    void theTopIsWhatHasTheLargestSums() throws Exception {
        Trial trial = new Trial();
        trial.run("join", path("left"), path("right"), "--top", "7", "-Ddecimals=0");
        String best = new String(
                Trial.shell(directory, ORACLE + " | sort -t, -k3,3nr -k1,1 | sed -n 1,7p"), StandardCharsets.UTF_8);
        assertThat(trial.lines).isEqualTo(best.lines().toList());
    }

    @Test
    void fieldsAndDecimalsAreFoundWhereTheSettingsSay() throws Exception {
        Files.writeString(directory.resolve("left"), "name|id\r\nAda|7\r\nBob|8\r\n");
        Files.writeString(directory.resolve("right"), "when|amount|id\n1|0.1|7\n2|.25|7\n3|-3|8\n4|+3.000|8");
        Trial trial = new Trial();
        trial.run(
                "join",
                path("left"),
                path("right"),
                "-Ddelimiter=|",
                "-Dheader=1",
                "-Dleft.key=2",
                "-Dlabel=1",
                "-Dright.key=3",
                "-Dsum=2",
                "-Ddecimals=3");
        assertThat(trial.lines).containsExactly("7|Ada|0.350|2", "8|Bob|0.000|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "c1,", "c1,twelve", "c1,1.234", "c1,1.2.3", "c1,99999999999999999999", "c1,-", ""})
    void aMalformedLineEndsTheJobOrIsCounted(String line) throws Exception {
        Files.writeString(directory.resolve("left"), "c1,Ada\n");
        Files.writeString(directory.resolve("right"), "c1,1\n" + line + "\nc1,2\n");
        assertThatThrownBy(() -> new Trial().run("join", path("left"), path("right")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(path("right") + ", byte 5: ")
                .hasMessageEndingWith(": `" + line + "`");
        Trial trial = new Trial();
        trial.run("join", path("left"), path("right"), "--malformed", "skip");
        assertThat(trial.lines).containsExactly("c1,Ada,3.00,2");
        assertThat(trial.notes).containsExactly("1 malformed lines left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delimiter=ab", "left.key=0", "sum=x", "decimals=19", "decimals=4294967298"})
    void settingsThatMakeNoSenseAreRefusedBeforeAnythingRuns(String setting) {
        assertThatThrownBy(() -> new Trial().run("join", path("left"), path("right"), "-D", setting))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(setting.substring(setting.indexOf('=') + 1));
    }
}
