package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.core.SerialVirtualCloud;

/** What a recording of the JDK's flight recorder has of a session. */
class FlightRecordsTest {

    private static final Timeout LONG = Timeout.afterSeconds(300);

    @TempDir
    private Path directory;

    @Test
    void aRecordingHasEveryEventTaskCommandAndSpoke() throws Exception {
        Path file = directory.resolve("session.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            session();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getCategoryNames().equals(List.of("SPM.Java")))
                .toList();
        assertThat(of(events, "Recognised"))
                .extracting(event -> event.getString("event") + " " + event.getInt("task"))
                .containsSubsequence("INVOKED -1", "SPOKE_ACQUIRED -1", "SCHEDULED 0", "RETURNED 0")
                .contains("EVALUATION_THREW 1");
        assertThat(of(events, "TaskConcluded"))
                .extracting(event ->
                        event.getString("label") + " " + event.getString("verdict") + " " + event.getString("message"))
                .containsExactly("works Returned ", "throws EvalUncaught java.lang.IllegalStateException: boom");
        assertThat(of(events, "TaskConcluded"))
                .allSatisfy(event -> assertThat(event.getString("spoke")).startsWith("spoke-0.1@"))
                .allSatisfy(event -> assertThat(event.getLong("taskDuration")).isPositive());
        assertThat(of(events, "CommandConcluded")).singleElement().satisfies(event -> {
            assertThat(event.getString("pattern") + " " + event.getString("policy"))
                    .isEqualTo("LIST ISOLATED");
            assertThat(event.getInt("tasks")).isEqualTo(2);
            assertThat(event.getString("residue")).isEmpty();
        });
        assertThat(of(events, "SpokeJoined")).hasSize(1);
    }

    private static List<RecordedEvent> of(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("org.spmjava." + name))
                .toList();
    }

    private static void session() throws Exception {
        try (VirtualCloud cloud =
                SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            ManagerHandle<Trial, String> list = cloud.define(new Trial.AsList(), status -> {});
            list.push(Trial.of("works"));
            list.push(Trial.of("throws", () -> {
                throw new IllegalStateException("boom");
            }));
            list.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
        }
    }
}
