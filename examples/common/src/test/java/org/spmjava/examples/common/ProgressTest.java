package org.spmjava.examples.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.SessionObserver.Phase;

class ProgressTest {

    private final List<String> results = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long nowNs;
    private final Progress progress = new Progress(new Console(results::add, notes::add, false), () -> nowNs);

    @Test
    void withoutATerminalProgressIsNotedFromTimeToTime() {
        progress.onPhase(1, Phase.TASKS_EVAL);
        for (int concluded = 1; concluded <= 30; concluded++) {
            nowNs += Duration.ofSeconds(1).toNanos();
            progress.onProgress(1, concluded, 30);
        }
        assertThat(notes).containsExactly("command 1: 10 of 30 tasks", "command 1: 20 of 30 tasks");
        assertThat(results).isEmpty();
    }

    @Test
    void whatACommandLeftIsNoted() {
        progress.onConcluded(3, Duration.ofMillis(1), List.of("a process"));
        assertThat(notes).containsExactly("command 3 left a process");
    }

    @Test
    void afterTheSessionsEndThereAreNoNews() {
        progress.close();
        nowNs += Duration.ofMinutes(1).toNanos();
        progress.onProgress(1, 1, 30);
        assertThat(notes).isEmpty();
    }
}
