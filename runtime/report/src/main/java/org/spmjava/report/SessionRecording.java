package org.spmjava.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.spmjava.api.CommandDescription;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.VirtualCloud;

/**
 * What happened in a session, for pictures of it. It listens from {@link #of} on, and may be asked for pictures at any
 * time, also after the session has ended, and however its commands did.
 *
 * <p>Memory is bounded, at some 40 bytes a task beside its label: of tasks beyond two million, and of those beyond two
 * hundred thousand of a command whose {@code manage} has not returned or throws, only their number is kept. What is
 * left out is said in the pictures. Thread-safe.
 */
public final class SessionRecording implements SessionObserver {

    private static final long MOST_TASKS = 2_000_000;
    private static final String TITLE = "SPM.Java session";

    private final Limits limits;
    private final TreeMap<Integer, CommandLog> commands = new TreeMap<>();
    private final TreeMap<Long, SpokeLog> spokes = new TreeMap<>();
    private long keptTasks;
    private long missed;

    /**
     * How much is kept.
     *
     * @param tasks tasks of commands whose {@code manage} returned
     * @param loose tasks of each other command
     */
    record Limits(long tasks, int loose) {
        static final Limits DEFAULT = new Limits(MOST_TASKS, CommandLog.MOST_LOOSE);
    }

    /** Without a session; for {@link VirtualCloud#observe}. */
    public SessionRecording() {
        this(Limits.DEFAULT);
    }

    SessionRecording(Limits limits) {
        this.limits = limits;
    }

    /**
     * Records a session from now on.
     *
     * @param cloud the session's
     * @return its recording
     */
    public static SessionRecording of(VirtualCloud cloud) {
        SessionRecording recording = new SessionRecording();
        cloud.observe(recording);
        return recording;
    }

    /**
     * Writes a timeline in Chrome's trace event format, for Perfetto and other trace viewers: a process for each host,
     * a thread for each slot of Spokes, a slice for each task; Spokes that join and die; the commands above; and, of
     * small DAGs, an arrow from each task to those that need it.
     *
     * @param file the file; replaced if it is there. It is compressed if its name ends in {@code .gz}
     * @throws IOException if it cannot be written; its message names the file and the cause
     * @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">the format</a>
     */
    public void writeTimeline(Path file) throws IOException {
        Snapshot snapshot = snapshot();
        WholeFile.write(file, "timeline", out -> new ChromeTrace(snapshot).write(out));
    }

    /**
     * Writes a report as one HTML file that needs nothing else: what each Spoke did when, how tasks ended, commands and
     * their efficiency, the slowest tasks, and what is special about DAGs and units.
     *
     * @param file the file; replaced if it is there
     * @throws IOException if it cannot be written; its message names the file and the cause
     */
    public void writeReport(Path file) throws IOException {
        writeReport(file, TITLE);
    }

    /**
     * The same, with a title.
     *
     * @param file the file; replaced if it is there
     * @param title one line for people
     * @throws IOException if it cannot be written; its message names the file and the cause
     */
    public void writeReport(Path file, String title) throws IOException {
        Snapshot snapshot = snapshot();
        WholeFile.write(file, "report", out -> new HtmlReport(snapshot, title).write(out));
    }

    synchronized Snapshot snapshot() {
        List<CommandView> views = new ArrayList<>();
        commands.values().forEach(log -> views.add(log.view()));
        return new Snapshot(views, spokes.values().stream().map(SpokeLog::copy).toList(), missed);
    }

    @Override
    public synchronized void onCommand(int command, CommandDescription description) {
        commands.put(command, new CommandLog(command, description, limits.loose));
    }

    @Override
    public synchronized void onTask(int command, int task, Conclusion.Outcome outcome) {
        CommandLog log = commands.get(command);
        if (log != null) {
            log.ended(task, outcome);
        }
    }

    @Override
    public synchronized void onConcluded(int command, Duration duration, List<String> residue) {
        CommandLog log = commands.get(command);
        if (log != null) {
            log.concluded(duration, residue);
        }
    }

    @Override
    public synchronized void onManaged(Conclusion conclusion) {
        CommandLog log = commands.get(conclusion.command());
        if (log != null) {
            boolean keep = keptTasks + conclusion.tasks().size() <= limits.tasks;
            keptTasks += keep ? conclusion.tasks().size() : 0;
            log.managed(conclusion, keep);
        }
    }

    @Override
    public synchronized void onSpokeJoined(SpokeIdentity spoke, Duration at) {
        spokes.put(spoke.incarnation(), new SpokeLog(spoke, at.toNanos()));
    }

    @Override
    public synchronized void onSpokeLeft(SpokeIdentity spoke, Duration at, String reason) {
        spokes.computeIfAbsent(spoke.incarnation(), unknown -> new SpokeLog(spoke, SpokeLog.NEVER))
                .left(at.toNanos(), reason);
    }

    /** Tasks of a command that returns are not missed in the end: its conclusion has all of them. */
    @Override
    public synchronized void onMissed(long count) {
        missed += count;
    }
}
