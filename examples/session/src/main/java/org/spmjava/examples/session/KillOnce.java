package org.spmjava.examples.session;

import java.util.Optional;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.examples.common.Console;

/** In the middle of the command after {@link #arm}, kills one Spoke that is at work. */
final class KillOnce implements SessionObserver {

    private final Console console;
    private boolean armed;
    private int concluded;
    private int total;
    private String killed;

    KillOnce(Console console) {
        this.console = console;
    }

    /** The next command loses a Spoke. */
    synchronized void arm() {
        armed = true;
        killed = null;
        concluded = 0;
        total = 0;
    }

    /** It is too late, or not wanted any longer. */
    synchronized void disarm() {
        armed = false;
    }

    /** Who was killed; empty while nobody was. */
    synchronized Optional<String> killed() {
        return Optional.ofNullable(killed);
    }

    @Override
    public synchronized void onProgress(int command, int concluded, int total) {
        this.concluded = concluded;
        this.total = total;
    }

    /** A Spoke that has just ended a task in the middle of a command has most likely begun its next. */
    @Override
    public synchronized void onTask(int command, int task, Conclusion.Outcome outcome) {
        if (!armed || total == 0 || concluded * 3 < total || outcome.spoke().isEmpty()) {
            return;
        }
        armed = false;
        SpokeIdentity victim = outcome.spoke().get();
        if (Executioner.kill(victim.whoAmI())) {
            killed = victim.whoAmI();
            console.note("kill -9 " + victim.whoAmI() + ", by ourselves: what it was doing has to be done again");
        }
    }
}
