package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.examples.common.Report;

class SampleTest {

    private static final String BEST_WORDS =
            "tr -s '[:space:]' '\\n' < text.txt | awk '{ n[$0]++ } END { for (w in n) printf \"%7d %s\\n\", n[w], w }'"
                    + " | sort -k1,1nr -k2 | sed -n 1,10p";

    /** In cents, which awk adds exactly. */
    private static final String BEST_CUSTOMERS =
            "join -t, -1 1 -2 2 <(sed 1d customers.csv | sort -t, -k1,1) <(sed 1d orders.csv | sort -t, -k2,2)"
                    + " | awk -F, '{ sub(/\\./, \"\", $4); sum[$1 FS $2] += $4; rows[$1 FS $2]++ }"
                    + " END { for (k in sum) printf \"%s,%d.%02d,%d\\n\", k, sum[k] / 100, sum[k] % 100, rows[k] }'"
                    + " | sort -t, -k3,3nr -k1,1 | sed -n 1,10p";

    @TempDir
    private Path directory;

    @Test
    void itIsWhatStandardToolsMakeOfIt() throws Exception {
        List<String> arguments = Sample.unpack(directory);
        Trial trial = new Trial();
        Report report = trial.run(arguments.toArray(String[]::new));
        assertThat(report.wentWell()).isTrue();
        List<String> expected = new ArrayList<>();
        for (String oracle : List.of(BEST_WORDS, BEST_CUSTOMERS)) {
            expected.addAll(new String(Trial.shell(directory, oracle), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        assertThat(trial.lines).hasSize(20).isEqualTo(expected);
        assertThat(trial.notes).anyMatch(note -> note.matches("\\d+ rows on the right without a match"));
    }
}
