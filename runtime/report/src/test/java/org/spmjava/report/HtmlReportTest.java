package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.report.MadeUp.spoke;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.Verdict;

/** The page and its data, without a browser. */
class HtmlReportTest {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private String page(MadeUp session, String title) throws Exception {
        Path file = directory.resolve("report.html");
        session.recording.writeReport(file, title);
        return Files.readString(file);
    }

    private static JsonObject data(String page) {
        Matcher found = DATA.matcher(page);
        assertThat(found.find()).isTrue();
        return JsonParser.parseString(found.group(1)).getAsJsonObject();
    }

    private static int pieces(JsonObject data) {
        int pieces = 0;
        for (JsonElement lane : data.getAsJsonArray("lanes")) {
            pieces += lane.getAsJsonObject().getAsJsonArray("pieces").size();
        }
        return pieces;
    }

    @Test
    void labelsAndTitlesAreTextAndNothingElse() throws Exception {
        String page = page(MadeUp.failing(), "A & B " + MadeUp.NASTY);

        assertThat(page).doesNotContain("<b>\"bold\"").contains("<title>A &amp; B &lt;/script&gt;");
        assertThat(page.split("</script>", -1)).hasSize(3);
        JsonObject data = data(page);
        assertThat(data.getAsJsonArray("lanes").toString()).contains("bucket 8");
        assertThat(data.getAsJsonArray("slowest").size()).isEqualTo(25);
    }

    @Test
    void aPageLoadsNothing() throws Exception {
        assertThat(page(MadeUp.unit(), "unit"))
                .contains("default-src 'none'")
                .doesNotContainPattern("(src|href)\\s*=")
                .doesNotContain("@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML", "@@");
    }

    @Test
    void aMillionTasksFitIntoAFewMegabytes() throws Exception {
        Path file = directory.resolve("report.html");
        MadeUp.many(1_000_000, 16).recording.writeReport(file);

        assertThat(Files.size(file)).isLessThan(8L << 20);
        JsonObject data = data(Files.readString(file));
        assertThat(pieces(data)).isBetween(1_000, 40_000);
        JsonObject command = data.getAsJsonArray("commands").get(0).getAsJsonObject();
        assertThat(command.get("tasks").getAsInt()).isEqualTo(1_000_000);
        assertThat(data.getAsJsonArray("failed").size()).isEqualTo(100);
    }

    @Test
    void aLargeDagHasItsPathAndNoDrawing() throws Exception {
        MadeUp session = new MadeUp();
        MadeUp.Command dag = session.command(
                org.spmjava.api.Pattern.DAG, org.spmjava.api.Policy.DESCENDANTS, org.spmjava.api.Grain.COARSE, 0);
        for (int task = 0; task < 400; task++) {
            dag.task("task", spoke(0, 1), 10 * task, 10, task == 0 ? new Integer[0] : new Integer[] {task / 2});
        }
        JsonObject data = data(page(dag.returns(4_000), "large"));
        JsonObject drawn =
                data.getAsJsonArray("commands").get(0).getAsJsonObject().getAsJsonObject("dag");

        assertThat(drawn.get("tasks").getAsInt()).isEqualTo(400);
        assertThat(drawn.get("steps").getAsInt()).isEqualTo(10);
        assertThat(drawn.has("layers")).isFalse();
    }

    @Test
    void whatFailedIsNotLostAmongWhatWasDroppedForIt() throws Exception {
        MadeUp session = new MadeUp();
        MadeUp.Command list = session.list(0);
        for (int task = 0; task < 150; task++) {
            list.task("victim", Verdict.DROPPED, null, 0, 0, "another failed");
        }
        list.task("culprit", Verdict.EVAL_UNCAUGHT, spoke(0, 1), 0, 10, "boom");

        JsonObject first = data(page(list.returns(20), "dropped"))
                .getAsJsonArray("failed")
                .get(0)
                .getAsJsonObject();

        assertThat(first.get("label").getAsString()).isEqualTo("culprit");
    }

    @Test
    void aLabelIsCutBetweenCharacters() {
        assertThat(ReportData.cut("short", 5)).isEqualTo("short");
        assertThat(ReportData.cut("longer", 5)).isEqualTo("long…");
        assertThat(ReportData.cut("abc\uD83D\uDE00de", 5)).isEqualTo("abc…");
    }
}
