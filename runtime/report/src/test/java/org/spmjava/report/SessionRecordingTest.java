package org.spmjava.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.spmjava.report.MadeUp.spoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;

/** What a recording knows, however its session went. */
class SessionRecordingTest {

    @TempDir
    private Path directory;

    private static CommandView only(MadeUp session) {
        return session.recording.snapshot().commands().get(0);
    }

    @Test
    void aCommandThatReturnedHasAllTasksWhetherTheyWereToldOrNot() {
        MadeUp session = new MadeUp();
        MadeUp.Command list = session.list(1_000).task("a", spoke(0, 1), 5, 10).task("b", spoke(0, 1), 20, 10);
        session.recording.onMissed(2);
        list.returns(40);

        CommandView view = only(session);

        assertThat(view.state()).isEqualTo(CommandView.State.RETURNED);
        assertThat(view.tasks()).extracting(EndedTask::label).containsExactly("a", "b");
        assertThat(view.efficiency()).isEqualTo(0.5);
        assertThat(view.management()).isEqualTo("list, isolated, coarse");
        assertThat(session.recording.snapshot().notes()).isEmpty();
    }

    @Test
    void aCommandWhoseManageThrewHasWhatWasTold() throws Exception {
        MadeUp session = new MadeUp();
        session.list(1_000)
                .task("a", spoke(0, 1), 5, 10)
                .task("b", Verdict.EVAL_KILL, spoke(0, 1), 20, 10, "a callback threw")
                .begins()
                .tells()
                .concludes(40);
        session.recording.onMissed(3);

        CommandView view = only(session);

        assertThat(view.state()).isEqualTo(CommandView.State.THREW);
        assertThat(view.tasks()).hasSize(2);
        assertThat(view.durationNs()).isEqualTo(40_000);
        assertThat(session.recording.snapshot().notes())
                .singleElement()
                .asString()
                .startsWith("Tasks of command 1 may be missing");
        session.recording.writeReport(directory.resolve("report.html"));
    }

    @Test
    void aCommandThatIsOnlineEndsWithTheLastTaskThatIsKnown() {
        MadeUp session = new MadeUp();
        session.list(1_000).task("a", spoke(0, 1), 5, 10).begins().tells();

        CommandView view = only(session);

        assertThat(view.state()).isEqualTo(CommandView.State.ONLINE);
        assertThat(view.endNs()).isEqualTo(1_015_000);
    }

    @Test
    void tasksBeyondTheLimitAreCountedAndLeftOut() {
        MadeUp session = new MadeUp(new SessionRecording(new SessionRecording.Limits(3, 1)));
        session.list(0)
                .task("a", spoke(0, 1), 0, 10)
                .task("b", spoke(0, 1), 10, 10)
                .returns(20);
        session.list(100)
                .task("c", spoke(0, 1), 0, 10)
                .task("d", spoke(0, 1), 10, 10)
                .returns(20);
        session.list(200)
                .task("e", spoke(0, 1), 0, 10)
                .task("f", spoke(0, 1), 10, 10)
                .begins()
                .tells();

        List<CommandView> commands = session.recording.snapshot().commands();

        assertThat(commands).extracting(view -> view.tasks().size()).containsExactly(2, 0, 1);
        assertThat(commands).extracting(CommandView::leftOut).containsExactly(0L, 2L, 1L);
        assertThat(commands).extracting(view -> view.totals().count()).containsExactly(2L, 2L, 2L);
        assertThat(commands.get(1).efficiency()).isEqualTo(1);
        assertThat(session.recording.snapshot().notes())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).contains("too many to be kept"));
    }

    @Test
    void ofADagBeyondTheLimitItsDependenciesAreNotKeptEither() {
        MadeUp session = new MadeUp(new SessionRecording(new SessionRecording.Limits(1, 1)));
        session.command(Pattern.DAG, Policy.DESCENDANTS, Grain.COARSE, 0)
                .task("a", spoke(0, 1), 0, 10)
                .task("b", spoke(0, 1), 10, 10, 0)
                .returns(20);

        assertThat(only(session).predecessors()).isEmpty();
    }

    @Test
    void whatASpokeDidIsTakenApartWhereTheHubHeardOfItTogether() {
        MadeUp session = new MadeUp();
        // All three ends were heard of at 100.
        session.list(1_000)
                .task("a", spoke(0, 1), 70, 30)
                .task("b", spoke(0, 1), 60, 40)
                .task("c", spoke(0, 1), 80, 20)
                .returns(110);

        List<Lane.Bar> bars = session.recording.snapshot().lanes().get(0).bars();

        assertThat(bars).extracting(bar -> bar.task().label()).containsExactly("b", "a", "c");
        assertThat(bars).extracting(Lane.Bar::startNs).containsExactly(1_010_000L, 1_050_000L, 1_080_000L);
        assertThat(bars).extracting(Lane.Bar::durationNs).containsExactly(40_000L, 30_000L, 20_000L);
    }

    @Test
    void noBarBeginsBeforeItsCommand() {
        MadeUp session = new MadeUp();
        session.list(1_000)
                .task("a", spoke(0, 1), 0, 30)
                .task("b", spoke(0, 1), 5, 30)
                .returns(35);

        List<Lane.Bar> bars = session.recording.snapshot().lanes().get(0).bars();

        assertThat(bars).extracting(Lane.Bar::startNs).containsExactly(1_000_000L, 1_005_000L);
        assertThat(bars).extracting(Lane.Bar::durationNs).containsExactly(5_000L, 30_000L);
    }

    @Test
    void whatIsToldOfACommandThatNobodyDescribedIsIgnored() {
        MadeUp session = new MadeUp();
        session.list(0).task("a", spoke(0, 1), 0, 10).tells().concludes(5);

        assertThat(session.recording.snapshot().commands()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndSaysWhy() throws IOException {
        SessionRecording recording = MadeUp.unit().recording;
        Path absent = directory.resolve("absent").resolve("report.html");

        assertThatIOException()
                .isThrownBy(() -> recording.writeReport(absent))
                .withMessage("Cannot write the report to " + absent + ": its directory does not exist");
        assertThatIOException()
                .isThrownBy(() -> recording.writeTimeline(directory))
                .withMessage("Cannot write the timeline to " + directory + ": it is a directory");
        assertThatIOException()
                .isThrownBy(() -> recording.writeTimeline(Path.of("/dev/full")))
                .withMessageStartingWith("Cannot write the timeline to /dev/full: No space left");
        assertThat(Files.list(directory)).isEmpty();
    }
}
