package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.report.SessionRecording;
import org.spmjava.testing.SpmSimulation;

/** Pictures of sessions with real Spokes, and of simulated ones. */
@ExtendWith(Census.class)
class RecordingTest {

    private static final int NAPS = 8;
    private static final Duration NAP = Duration.ofMillis(50);

    @TempDir
    private Path temporary;

    private static void push(DeedsManager deeds, Path signature) {
        Clouds.push(deeds, Deeds.SIGN_IN_AND_LOOP, signature.toString());
        for (int nap = 0; nap < NAPS; nap++) {
            Clouds.push(deeds, Deeds.SLEEP, Long.toString(NAP.toMillis()));
        }
        Clouds.push(deeds, Deeds.THROW);
    }

    private static CompletableFuture<String> killWhoSigns(Path signature) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                String victim = Spokes.awaitSignature(signature);
                Spokes.kill(victim);
                return victim;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private List<JsonObject> timeline(SessionRecording recording) throws Exception {
        Path file = temporary.resolve("timeline.json");
        recording.writeTimeline(file);
        List<JsonObject> events = new ArrayList<>();
        for (JsonElement event :
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("traceEvents")) {
            events.add(event.getAsJsonObject());
        }
        return events;
    }

    @Test
    void aSessionWithAKilledSpokeIsDrawnAsItWas() throws Exception {
        Path signature = temporary.resolve("victim");
        SessionRecording recording;
        Conclusion conclusion;
        String victim;
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            recording = SessionRecording.of(cloud);
            DeedsManager deeds = DeedsManager.define(cloud, status -> {});
            push(deeds, signature);
            CompletableFuture<String> killed = killWhoSigns(signature);
            conclusion = Clouds.manage(deeds, cloud.intraAll());
            victim = killed.join();
        }

        assertThat(conclusion.counts()).containsEntry(Verdict.RETURNED, (long) NAPS);
        assertThat(conclusion.tasks()).allSatisfy(task -> {
            assertThat(task.start()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(task.start().plus(task.duration())).isLessThanOrEqualTo(conclusion.duration());
        });
        assertThat(conclusion.busy()).isGreaterThanOrEqualTo(NAP.multipliedBy(NAPS));
        assertThat(conclusion.parallelEfficiency()).isBetween(0.01, 1.0);
        List<JsonObject> events = timeline(recording);
        assertThat(events)
                .filteredOn(event -> event.get("name").getAsString().endsWith(" died"))
                .singleElement()
                .satisfies(death -> {
                    assertThat(death.get("name").getAsString()).isEqualTo(victim + " died");
                    assertThat(death.getAsJsonObject("args").get("reason").getAsString())
                            .contains("SIGKILL");
                });
        assertThat(events)
                .filteredOn(event -> event.get("ph").getAsString().equals("X"))
                .hasSize(1 + NAPS + 2)
                .filteredOn(event -> event.get("cat").getAsString().equals("EvalKill"))
                .singleElement()
                .satisfies(task -> assertThat(
                                task.getAsJsonObject("args").get("spoke").getAsString())
                        .isEqualTo(victim));
        Path report = temporary.resolve("report.html");
        recording.writeReport(report, "A killed Spoke");
        assertThat(report).content().contains("A killed Spoke", victim);
    }

    @Test
    void ofTasksThatEndFasterThanTheyAreToldNoneIsMissing() throws Exception {
        int tasks = 60_000;
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            SessionRecording recording = SessionRecording.of(cloud);
            DeedsManager deeds = DeedsManager.define(cloud, status -> {});
            for (int task = 0; task < tasks; task++) {
                Clouds.push(deeds, Deeds.FINE);
            }
            assertThat(Clouds.manage(deeds, cloud.intraAll()).concludedWell()).isTrue();

            assertThat(timeline(recording))
                    .filteredOn(event -> event.get("ph").getAsString().equals("X"))
                    .hasSize(tasks + 1);
        }
    }

    /** By the clock of the simulation: everything within the command, one thing after the other. */
    @SpmSimulation(seeds = 20)
    void aSimulatedSessionIsDrawnByItsOwnClock(VirtualCloud cloud) throws Exception {
        SessionRecording recording = SessionRecording.of(cloud);
        DeedsManager deeds = DeedsManager.define(cloud, status -> {});
        for (int task = 0; task < 12; task++) {
            Clouds.push(deeds, Deeds.FINE);
        }
        Conclusion conclusion = Clouds.manage(deeds, cloud.intraAll());

        double endUs = conclusion.duration().toNanos() / 1_000.0;
        List<JsonObject> slices = timeline(recording).stream()
                .filter(event -> event.get("ph").getAsString().equals("X"))
                .toList();
        assertThat(slices)
                .allSatisfy(slice -> assertThat(
                                slice.get("ts").getAsDouble() + slice.get("dur").getAsDouble())
                        .isLessThanOrEqualTo(endUs));
        assertThat(slices)
                .hasSize(1
                        + (int) conclusion.tasks().stream()
                                .filter(task -> task.spoke().isPresent())
                                .count());
    }
}
