package org.spmjava.benchmarks.speed.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.ProcessUse;
import org.spmjava.benchmarks.speed.Runner;

class ReportTest {

    private static final Contestant OURS = Runner.of(Contestant.OURS, "it is ours", trial -> Measured.nothing());
    private static final Contestant PEER = Runner.of("Peer", "version 1", trial -> Measured.nothing());
    private static final Contestant ABSENT = Runner.of("Absent", "version 2", trial -> Measured.nothing());

    @Test
    void theTableHasMediansRatiosAndTargets() {
        assertThat(print(result(30, 10)))
                .containsPattern(
                        "\\| a +\\| time +\\| ms +\\| SPM.Java +\\| 30.0 \\(29.0–31.0\\) +\\| +\\| ≤ 20 +\\| \\*\\*no\\*\\* +\\|")
                .containsPattern("\\| a +\\| time +\\| ms +\\| Peer +\\| 10.0 \\(9.00–11.0\\) +\\| 3.00 × +\\|");
        assertThat(print(result(15, 10))).containsPattern("≤ 20 +\\| yes");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(print(result(30, 10))).contains("- a, Absent: not installed", "- a, SPM.Java: 2 repetitions of 5");
    }

    @Test
    void everyKindOfProcessHasARowAndTheSmallOnesShareOne() {
        assertThat(print(result(30, 10)))
                .containsPattern("\\| a +\\| SPM.Java +\\| Hub +\\| 1 +\\| 2.00 \\(2.00–2.00\\) +\\| 100 \\(100–100\\)")
                .containsPattern("\\| a +\\| SPM.Java +\\| bash, sh +\\| 2 +\\|");
    }

    @Test
    void jsonHoldsEverySampleAndItsSurroundings() {
        Machine machine = new Machine(2, "a processor", 1L << 34, "Linux 6", "17.0.1", "abc");
        String text = Json.of(machine, Instant.EPOCH, 12.5, List.of(result(30, 10)));
        JsonObject all = JsonParser.parseString(text).getAsJsonObject();
        assertThat(all.getAsJsonObject("machine").get("jdk").getAsString()).isEqualTo("17.0.1");
        JsonObject line = all.getAsJsonArray("lines").get(0).getAsJsonObject();
        JsonObject first = line.getAsJsonArray("repetitions").get(0).getAsJsonObject();
        assertThat(first.get("load").getAsDouble()).isEqualTo(0.5);
        assertThat(first.getAsJsonObject("measured")
                        .getAsJsonObject("samples")
                        .getAsJsonArray("time")
                        .get(0)
                        .getAsDouble())
                .isEqualTo(29);
        assertThat(first.getAsJsonObject("measured").getAsJsonArray("processes"))
                .hasSize(3);
        JsonObject figure = line.getAsJsonArray("figures").get(0).getAsJsonObject();
        assertThat(figure.getAsJsonObject("medians").get("Peer").getAsDouble()).isEqualTo(10);
        assertThat(line.getAsJsonArray("contestants")
                        .get(2)
                        .getAsJsonObject()
                        .get("notMeasured")
                        .getAsString())
                .isEqualTo("not installed");
    }

    private static LineResult result(double ours, double peers) {
        LineResult result = new LineResult(new FakeLine("a", 5, 1, List.of(OURS, PEER, ABSENT)));
        for (int repetition = 1; repetition <= 2; repetition++) {
            double off = 2 * repetition - 3;
            result.add(taken(OURS, repetition, ours + off));
            result.add(taken(PEER, repetition, peers + off));
        }
        result.lacks(ABSENT, "not installed");
        return result;
    }

    private static Taken taken(Contestant contestant, int repetition, double value) {
        List<ProcessUse> processes = List.of(
                new ProcessUse("Hub", 10, 2, 100_000_000),
                new ProcessUse("sh", 11, 0, 1_000_000),
                new ProcessUse("bash", 12, 0.01, 2_000_000));
        Measured measured = new Measured(Map.of(FakeLine.FIGURE.name(), List.of(value)), processes);
        return new Taken(contestant.name(), repetition, 0.5, 3, measured);
    }

    private static String print(LineResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Tables.print(List.of(result), out);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
