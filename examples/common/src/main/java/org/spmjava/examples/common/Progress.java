package org.spmjava.examples.common;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;

/** Shows how a command goes: as a bar on a terminal, else as a note from time to time; and who left the session. */
public final class Progress implements SessionObserver, AutoCloseable {

    private static final long NOTE_EVERY_NS = Duration.ofSeconds(10).toNanos();

    private final Console console;
    private final LongSupplier nanoTime;
    private ProgressBar bar;
    private long notedNs;
    private boolean closed;

    /**
     * Progress on a console.
     *
     * @param console where it is shown
     */
    public Progress(Console console) {
        this(console, System::nanoTime);
    }

    Progress(Console console, LongSupplier nanoTime) {
        this.console = console;
        this.nanoTime = nanoTime;
        notedNs = nanoTime.getAsLong();
    }

    @Override
    public synchronized void onPhase(int command, Phase phase) {
        if (phase == Phase.TASKS_EVAL) {
            notedNs = nanoTime.getAsLong();
        }
        if (phase == Phase.TASKS_EVAL_DONE) {
            endBar();
        }
    }

    @Override
    public synchronized void onProgress(int command, int concluded, int total) {
        if (closed || concluded == total) {
            return;
        }
        if (console.drawsBars()) {
            draw(command, concluded, total);
        } else if (nanoTime.getAsLong() - notedNs >= NOTE_EVERY_NS) {
            notedNs = nanoTime.getAsLong();
            console.note("command " + command + ": " + concluded + " of " + total + " tasks");
        }
    }

    private void draw(int command, int concluded, int total) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("command " + command)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
            console.barDrawn(true);
        }
        bar.stepTo(concluded);
    }

    @Override
    public synchronized void onSpokeLeft(SpokeIdentity spoke, String reason) {
        if (!closed) {
            console.note(spoke + " is gone: " + reason);
        }
    }

    @Override
    public synchronized void onConcluded(int command, Duration duration, List<String> residue) {
        endBar();
        residue.forEach(left -> console.note("command " + command + " left " + left));
    }

    /** From now on the session ends, and its Spokes with it: no news. */
    @Override
    public synchronized void close() {
        closed = true;
        endBar();
    }

    private void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
            console.barDrawn(false);
        }
    }
}
