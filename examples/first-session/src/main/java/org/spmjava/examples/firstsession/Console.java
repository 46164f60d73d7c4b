package org.spmjava.examples.firstsession;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;

/** What the programs show a person. */
final class Console {

    private final PrintStream out;
    private final boolean terminal = outputIsTerminal();

    Console(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        line("");
        line(text);
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A table of how each task ended, and one line for the command. */
    void summary(Conclusion conclusion) {
        line(String.format(
                Locale.ROOT, "  %-20s %-12s %-16s %-14s %10s", "task", "Spoke", "host", "verdict", "duration"));
        for (Conclusion.Outcome task : conclusion.tasks()) {
            line(String.format(
                    Locale.ROOT,
                    "  %-20s %-12s %-16s %-14s %10s%s",
                    task.label(),
                    task.spoke().map(SpokeIdentity::whoAmI).orElse("-"),
                    task.spoke().map(SpokeIdentity::host).orElse("-"),
                    task.verdict(),
                    inMillis(task.duration()),
                    task.message().isEmpty() ? "" : "  " + task.message()));
        }
        line("  command " + conclusion.command() + ": " + conclusion.counts() + " on "
                + conclusion.spokes().size() + " Spoke(s) in " + inMillis(conclusion.duration()));
    }

    private static String inMillis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    /** Status lines as the source prints them, and a bar where there is a terminal to draw it on. */
    Progress progress() {
        return new Progress();
    }

    final class Progress implements SessionObserver, AutoCloseable {

        private ProgressBar bar;
        private boolean closed;

        @Override
        public synchronized void onPhase(int command, Phase phase) {
            if (phase == Phase.TASKS_EVAL_DONE) {
                endBar();
            }
            line("  MetaStatus (hub): " + phase);
        }

        @Override
        public synchronized void onProgress(int command, int concluded, int total) {
            if (!terminal) {
                return;
            }
            if (bar == null && concluded < total) {
                bar = new ProgressBarBuilder()
                        .setTaskName("  tasks")
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
            }
            if (bar != null) {
                bar.stepTo(concluded);
            }
        }

        @Override
        public synchronized void onSpokeLeft(SpokeIdentity spoke, String reason) {
            if (closed) {
                return;
            }
            line("  " + spoke + " is gone: " + reason);
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
            }
        }
    }

    /** Asks the system, since what {@code System.console()} says differs between JDKs. */
    private static boolean outputIsTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
