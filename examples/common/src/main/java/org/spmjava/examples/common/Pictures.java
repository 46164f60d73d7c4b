package org.spmjava.examples.common;

import java.io.IOException;
import java.nio.file.Path;
import org.spmjava.api.VirtualCloud;
import org.spmjava.report.SessionRecording;

/** The pictures of a session that its options ask for; drawn when this is closed, however the session went. */
public final class Pictures implements AutoCloseable {

    private final String title;
    private final Path timeline;
    private final Path report;
    private final SessionRecording recording = new SessionRecording();

    /**
     * Nothing is recorded yet.
     *
     * @param title of the report
     * @param timeline where the timeline goes, or null for none
     * @param report where the report goes, or null for none
     */
    Pictures(String title, Path timeline, Path report) {
        this.title = title;
        this.timeline = timeline;
        this.report = report;
    }

    /**
     * Records a session from now on, if it is to be drawn.
     *
     * @param cloud the session's
     */
    public void follow(VirtualCloud cloud) {
        if (timeline != null || report != null) {
            cloud.observe(recording);
        }
    }

    /**
     * Draws what was recorded: after the virtual cloud is closed, so that nothing is missing.
     *
     * @throws UserError if a file cannot be written
     */
    @Override
    public void close() throws UserError {
        try {
            if (timeline != null) {
                recording.writeTimeline(timeline);
            }
            if (report != null) {
                recording.writeReport(report, title);
            }
        } catch (IOException unwritable) {
            throw new UserError(unwritable.getMessage());
        }
    }
}
