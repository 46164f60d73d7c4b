package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a browser shows them. */
class BrowserTest {

    /** Looks at what was painted, and then comes closer. */
    private static final String PROBE = """
            <script>
            const canvas = document.getElementById("timeline");
            const colors = new Set(new Uint32Array(
                canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer));
            document.documentElement.dataset.colors = colors.size;
            const before = canvas.dataset.view;
            canvas.dispatchEvent(new KeyboardEvent("keydown", { key: "+" }));
            document.documentElement.dataset.closer = before !== canvas.dataset.view;
            canvas.dispatchEvent(new KeyboardEvent("keydown", { key: "0" }));
            document.documentElement.dataset.back = before === canvas.dataset.view;
            canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: canvas.getBoundingClientRect().left + 300,
                clientY: canvas.getBoundingClientRect().top + 40 }));
            </script>
            </body>""";

    @TempDir
    private Path directory;

    private String shown(MadeUp session, boolean dark) throws Exception {
        Browser browser = Browser.installed(directory);
        Path page = directory.resolve("report.html");
        session.recording.writeReport(page, "Looked at");
        Files.writeString(page, Files.readString(page).replace("</body>", PROBE));
        String elements = browser.elements(page, dark);
        assertThat(attribute(elements, "html", "data-error"))
                .as("an error of the script")
                .isEmpty();
        assertThat(attribute(elements, "html", "data-state")).isEqualTo("shown");
        assertThat(attribute(elements, "html", "data-closer")).isEqualTo("true");
        assertThat(attribute(elements, "html", "data-back")).isEqualTo("true");
        assertThat(Integer.parseInt(attribute(elements, "html", "data-colors"))).isGreaterThan(20);
        return elements;
    }

    /** Of the first element of that name; empty if it has none. */
    private static String attribute(String elements, String name, String attribute) {
        Matcher element = Pattern.compile("<" + name + "(?=[\\s>])[^>]*>").matcher(elements);
        assertThat(element.find()).as(name).isTrue();
        Matcher found = Pattern.compile("\\b" + attribute + "=\"([^\"]*)\"").matcher(element.group());
        return found.find() ? found.group(1) : "";
    }

    private static int rows(String elements, String table) {
        Matcher body = Pattern.compile("id=\"" + table + "\">.*?<tbody>(.*?)</tbody>", Pattern.DOTALL)
                .matcher(elements);
        assertThat(body.find()).as("table " + table).isTrue();
        return body.group(1).split("<tr>", -1).length - 1;
    }

    private static int count(String elements, String text) {
        return elements.split(Pattern.quote(text), -1).length - 1;
    }

    @Test
    void aListWithFailuresAndAKilledSpokeIsShown() throws Exception {
        String elements = shown(MadeUp.failing(), false);

        assertThat(attribute(elements, "canvas id=\"timeline\"", "data-pieces")).isEqualTo("38");
        assertThat(attribute(elements, "canvas id=\"timeline\"", "data-drawn")).isEqualTo("38");
        assertThat(rows(elements, "commands")).isEqualTo(1);
        assertThat(rows(elements, "failed")).isEqualTo(7);
        assertThat(rows(elements, "slowest")).isEqualTo(25);
        assertThat(rows(elements, "spokes")).isEqualTo(3);
        assertThat(count(elements, "data-verdict=")).isEqualTo(7);
        assertThat(elements)
                .contains(
                        "data-verdict=\"Returned\"",
                        "Returned 33</span>",
                        "killed by SIGKILL",
                        "list, isolated, coarse")
                .contains("&lt;/script&gt;&lt;b&gt;\"bold\" &amp; 'quoted'&lt;/b&gt;&lt;!--")
                .doesNotContain("<b>\"bold\"");
    }

    @Test
    void aDagIsDrawnWithItsCriticalPath() throws Exception {
        String elements = shown(MadeUp.building(), true);

        assertThat(count(elements, "<g class=\"node")).isEqualTo(21);
        assertThat(count(elements, "<g class=\"node critical\"")).isEqualTo(5);
        assertThat(count(elements, "class=\"edge\"")).isEqualTo(32);
        assertThat(count(elements, "class=\"edge critical\"")).isEqualTo(4);
        assertThat(elements).contains("21 tasks, 36 dependencies");
    }

    @Test
    void theMembersOfAUnitAreShown() throws Exception {
        String elements = shown(MadeUp.unit(), false);

        assertThat(rows(elements, "commands")).isEqualTo(2);
        assertThat(count(elements, "<h2>The members of command 2, org.example.PageRank#web</h2>"))
                .isEqualTo(1);
        assertThat(count(elements, "class=\"wide\"")).isEqualTo(4);
    }

    @Test
    void aHundredThousandTasksAreShown() throws Exception {
        String elements = shown(MadeUp.many(100_000, 8), true);

        assertThat(Integer.parseInt(attribute(elements, "canvas id=\"timeline\"", "data-pieces")))
                .isBetween(1_000, 40_000);
        assertThat(rows(elements, "failed")).isEqualTo(10);
        assertThat(elements).contains("100,000");
    }

    @Test
    void aSessionInWhichNothingHappenedIsShown() throws Exception {
        String elements = Browser.installed(directory).elements(empty(), false);

        assertThat(attribute(elements, "html", "data-error")).isEmpty();
        assertThat(attribute(elements, "html", "data-state")).isEqualTo("shown");
        assertThat(elements).contains("0 commands");
    }

    private Path empty() throws Exception {
        Path page = directory.resolve("empty.html");
        new SessionRecording().writeReport(page);
        return page;
    }
}
