package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.StatusCallback;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.core.SerialVirtualCloud;

/** Recordings of sessions that were. */
class RecordedSessionTest {

    private static final Timeout LONG = Timeout.afterSeconds(300);

    @TempDir
    private Path directory;

    private static void record(VirtualCloud cloud, ManagerHandle<String, String> list, Path report, Path timeline)
            throws Exception {
        // tag::record[]
        SessionRecording recording = SessionRecording.of(cloud); // from now on
        try (cloud) {
            list.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, LONG, LONG);
        } finally {
            recording.writeReport(report, "Twenty letters");
            recording.writeTimeline(timeline);
        }
        // end::record[]
    }

    private void record(StatusCallback<String, String> onStatus) throws Exception {
        VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2));
        ManagerHandle<String, String> list = cloud.define(new Letters(), onStatus);
        for (char letter = 'a'; letter < 'u'; letter++) {
            list.push(String.valueOf(letter));
        }
        record(cloud, list, directory.resolve("report.html"), directory.resolve("timeline.json"));
    }

    private long tasksInTheTimeline() throws Exception {
        JsonArray events = JsonParser.parseString(Files.readString(directory.resolve("timeline.json")))
                .getAsJsonObject()
                .getAsJsonArray("traceEvents");
        long tasks = 0;
        for (int i = 0; i < events.size(); i++) {
            boolean slice =
                    events.get(i).getAsJsonObject().get("ph").getAsString().equals("X");
            tasks += slice
                            && !events.get(i)
                                    .getAsJsonObject()
                                    .get("cat")
                                    .getAsString()
                                    .equals("command")
                    ? 1
                    : 0;
        }
        return tasks;
    }

    @Test
    void aSessionThatIsOverHasItsPictures() throws Exception {
        record(status -> {});

        assertThat(tasksInTheTimeline()).isEqualTo(20);
        assertThat(directory.resolve("report.html"))
                .content()
                .contains("Twenty letters", "org.example.Letters", "\"EvalUncaught\"", "not a vowel");
    }

    @Test
    void aSessionWhoseCallbackThrewHasThemToo() throws Exception {
        assertThatThrownBy(() -> record(status -> {
                    if (status.index() == 3) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");

        assertThat(tasksInTheTimeline()).isBetween(4L, 20L);
        assertThat(directory.resolve("report.html")).content().contains("\"state\":\"threw\"");
    }
}
