package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.report.MadeUp.spoke;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;

/** Timelines, held to the rules of the trace event format. */
class ChromeTraceTest {

    private static final double MICROSECOND = 1;

    @TempDir
    private Path directory;

    /** What may have happened. */
    enum Session {
        FAILING {
            @Override
            MadeUp make() {
                return MadeUp.failing();
            }
        },
        BUILDING {
            @Override
            MadeUp make() {
                return MadeUp.building();
            }
        },
        UNIT {
            @Override
            MadeUp make() {
                return MadeUp.unit();
            }
        },
        MANY {
            @Override
            MadeUp make() {
                return MadeUp.many(3_000, 3);
            }
        },
        NOTHING {
            @Override
            MadeUp make() {
                return new MadeUp();
            }
        };

        abstract MadeUp make();
    }

    private List<JsonObject> events(MadeUp session) throws Exception {
        Path file = directory.resolve("timeline.json");
        session.recording.writeTimeline(file);
        return events(Files.readString(file));
    }

    private static List<JsonObject> events(String text) {
        return StreamSupport.stream(
                        JsonParser.parseString(text)
                                .getAsJsonObject()
                                .getAsJsonArray("traceEvents")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<JsonObject> phase(List<JsonObject> events, String phase) {
        return events.stream()
                .filter(event -> event.get("ph").getAsString().equals(phase))
                .toList();
    }

    private static String track(JsonObject event) {
        return event.get("pid").getAsInt() + "/" + event.get("tid").getAsInt();
    }

    private static double begin(JsonObject event) {
        return event.get("ts").getAsDouble();
    }

    private static double end(JsonObject event) {
        return begin(event) + event.get("dur").getAsDouble();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventKeepsToTheFormat(Session session) throws Exception {
        for (JsonObject event : events(session.make())) {
            String phase = event.get("ph").getAsString();
            assertThat(phase).isIn("M", "X", "i", "s", "f");
            assertThat(event.get("name").getAsString()).isNotEmpty();
            assertThat(event.get("pid").getAsInt()).isPositive();
            assertThat(event.get("tid").getAsInt()).isNotNegative();
            if (!phase.equals("M")) {
                assertThat(begin(event)).isNotNegative();
            }
            if (phase.equals("X")) {
                assertThat(event.get("dur").getAsDouble()).isNotNegative();
            }
            if (phase.equals("i")) {
                assertThat(event.get("s").getAsString()).isEqualTo("t");
            }
        }
    }

    /** Viewers leave out what overlaps within a thread. */
    @ParameterizedTest
    @EnumSource
    void slicesOfAThreadDoNotOverlap(Session session) throws Exception {
        Map<String, List<JsonObject>> tracks =
                phase(events(session.make()), "X").stream().collect(Collectors.groupingBy(ChromeTraceTest::track));
        for (List<JsonObject> slices : tracks.values()) {
            List<JsonObject> sorted = new ArrayList<>(slices);
            sorted.sort(Comparator.comparingDouble(ChromeTraceTest::begin));
            for (int i = 1; i < sorted.size(); i++) {
                assertThat(begin(sorted.get(i))).isGreaterThanOrEqualTo(end(sorted.get(i - 1)) - 1e-6);
            }
        }
    }

    @Test
    void aTaskIsASliceOfItsSlotsThread() throws Exception {
        MadeUp session = new MadeUp().joins(spoke(1, 4), 7);
        session.list(100)
                .task("first", spoke(1, 4), 10, 25)
                .task("second", Verdict.EVAL_UNCAUGHT, spoke(1, 4), 40, 5, "boom\nat somewhere")
                .task("never", Verdict.DROPPED, null, 50, 0, "too late")
                .returns(60);

        List<JsonObject> slices = phase(events(session), "X");

        assertThat(slices)
                .extracting(event -> event.get("name").getAsString())
                .containsExactly("#1 org.example.Closure1#", "first", "second");
        JsonObject second = slices.get(2);
        assertThat(begin(second)).isEqualTo(140 * MICROSECOND);
        assertThat(second.get("dur").getAsDouble()).isEqualTo(5 * MICROSECOND);
        assertThat(second.get("tid").getAsInt()).isEqualTo(2);
        assertThat(second.getAsJsonObject("args"))
                .hasToString("{\"verdict\":\"EvalUncaught\",\"command\":1,\"task\":1,\"spoke\":\"spoke-1.4\","
                        + "\"reason\":\"boom\"}");
        JsonObject command = slices.get(0).getAsJsonObject("args");
        assertThat(command.get("tasks").getAsInt()).isEqualTo(3);
        assertThat(command.get("not returned").getAsInt()).isEqualTo(2);
        assertThat(command.get("parallel efficiency").getAsDouble()).isEqualTo(0.5);
    }

    @Test
    void spokesThatJoinAndDieAreTold() throws Exception {
        List<JsonObject> news = phase(events(MadeUp.failing()), "i");

        assertThat(news)
                .extracting(event -> event.get("name").getAsString())
                .containsExactlyInAnyOrder(
                        "spoke-0.1 joined", "spoke-1.2 joined", "spoke-0.1 died", "spoke-0.3 joined");
        assertThat(news)
                .filteredOn(event -> event.has("args"))
                .singleElement()
                .satisfies(death -> assertThat(
                                death.getAsJsonObject("args").get("reason").getAsString())
                        .isEqualTo("killed by SIGKILL"));
    }

    @Test
    void theEndOfTheSessionKillsNobody() throws Exception {
        MadeUp session = new MadeUp()
                .joins(spoke(0, 1), 7)
                .leaves(spoke(0, 1), 900, "the session ended (killed by SIGKILL)")
                .leaves(spoke(1, 2), 901, "it could not be started: no space");

        assertThat(phase(events(session), "i"))
                .extracting(event -> event.get("name").getAsString())
                .containsExactly("spoke-0.1 joined", "spoke-1.2 died");
    }

    @Test
    void arrowsLeadFromTheEndOfWhatATaskNeedsToItsBegin() throws Exception {
        List<JsonObject> events = events(MadeUp.building());
        List<JsonObject> begins = phase(events, "s");
        List<JsonObject> ends = phase(events, "f");

        assertThat(begins).hasSize(36).hasSameSizeAs(ends);
        assertThat(ends)
                .allSatisfy(end -> assertThat(end.get("bp").getAsString()).isEqualTo("e"));
        Map<String, JsonObject> byId =
                ends.stream().collect(Collectors.toMap(end -> end.get("id").getAsString(), end -> end));
        List<JsonObject> slices = phase(events, "X");
        for (JsonObject begin : begins) {
            JsonObject end = byId.get(begin.get("id").getAsString());
            assertThat(begin(begin)).isLessThanOrEqualTo(begin(end));
            assertThat(slices)
                    .anyMatch(slice -> track(slice).equals(track(begin))
                            && begin(slice) <= begin(begin)
                            && begin(begin) < end(slice));
            assertThat(slices).anyMatch(slice -> track(slice).equals(track(end)) && begin(slice) == begin(end));
        }
    }

    @Test
    void aDagWithManyDependenciesHasNoArrows() throws Exception {
        MadeUp session = new MadeUp();
        MadeUp.Command dag = session.command(Pattern.DAG, Policy.DESCENDANTS, Grain.COARSE, 0);
        for (int task = 0; task < 70; task++) {
            Integer[] needed = new Integer[task];
            for (int before = 0; before < task; before++) {
                needed[before] = before;
            }
            dag.task("task", spoke(0, 1), task, 1, needed);
        }
        dag.returns(100);

        assertThat(phase(events(session), "s")).isEmpty();
        assertThat(phase(events(session), "X")).hasSize(71);
    }

    @Test
    void hostsAreProcessesAndSlotsAreThreads() throws Exception {
        MadeUp session = MadeUp.failing().joins(new org.spmjava.api.SpokeIdentity(2, 9, "host-b"), 5);

        Set<String> names = phase(events(session), "M").stream()
                .filter(event -> event.get("name").getAsString().endsWith("_name"))
                .map(event -> track(event) + " "
                        + event.getAsJsonObject("args").get("name").getAsString())
                .collect(Collectors.toSet());

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "1/0 Commands",
                        "1/1 manage",
                        "2/0 Spokes on host-a",
                        "2/1 Spoke 0",
                        "2/2 Spoke 1",
                        "3/0 Spokes on host-b",
                        "3/3 Spoke 2");
    }

    @Test
    void aNameThatEndsInGzIsThatOfACompressedFile() throws Exception {
        Path file = directory.resolve("timeline.json.gz");
        MadeUp.unit().recording.writeTimeline(file);

        try (Reader text =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            JsonObject whole = JsonParser.parseReader(text).getAsJsonObject();
            assertThat(whole.getAsJsonArray("traceEvents")).hasSizeGreaterThan(20);
            assertThat(whole.get("displayTimeUnit").getAsString()).isEqualTo("ms");
        }
    }
}
