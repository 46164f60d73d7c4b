package org.spmjava.examples.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.examples.common.Console;

/** Which Spokes there are, and what the Hub does: for the prompt. */
final class Census implements SessionObserver {

    private final Console console;
    private final List<SpokeIdentity> present = new ArrayList<>();
    private String status = "no command yet";

    Census(Console console) {
        this.console = console;
    }

    synchronized List<SpokeIdentity> present() {
        return present.stream()
                .sorted(Comparator.comparingInt(SpokeIdentity::slot))
                .toList();
    }

    synchronized String status() {
        return status;
    }

    @Override
    public synchronized void onSpokeJoined(SpokeIdentity spoke) {
        present.add(spoke);
        console.note(spoke + " is here");
    }

    @Override
    public synchronized void onSpokeLeft(SpokeIdentity spoke, String reason) {
        present.remove(spoke);
    }

    @Override
    public synchronized void onPhase(int command, Phase phase) {
        status = "command " + command + ": " + phase;
    }

    @Override
    public synchronized void onProgress(int command, int concluded, int total) {
        status = "command " + command + ": " + concluded + " of " + total + " tasks have concluded";
    }
}
