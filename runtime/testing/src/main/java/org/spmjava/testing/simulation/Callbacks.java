package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import org.spmjava.core.hub.HubEffect.Spoken;
import org.spmjava.core.hub.HubEvent;

/**
 * The user's thread: it processes one final status or question after the other, fast or slowly; sometimes it throws, or
 * says that it has enough.
 */
final class Callbacks {

    private final Setting setting;
    private final SimulatedHub hub;
    private final int command;
    private final boolean throwsSometimes;
    private final boolean stopsSometimes;
    private final long callbackNs;
    private long freeNs;
    private int returned;
    private boolean thrown;

    /** @param mayStop whether the command's tasks wait for each other, so that one can say that no more is to start */
    Callbacks(Setting setting, SimulatedHub hub, int command, boolean mayStop) {
        this.setting = setting;
        this.hub = hub;
        this.command = command;
        boolean faulty = !setting.faults().healed();
        this.throwsSometimes = faulty && setting.chance().oneIn(10);
        this.stopsSometimes = faulty && mayStop && setting.chance().oneIn(10);
        this.callbackNs = faulty && setting.chance().oneIn(4) ? setting.chance().below(30) * MS : 0;
    }

    /** There is one more call to make. */
    void call() {
        enter(() -> {});
    }

    /** A task asks or tells something. */
    void spoken(Spoken spoken) {
        enter(() -> {
            if (spoken.request() > 0) {
                boolean answers = setting.faults().healed() || !setting.chance().oneIn(10);
                hub.on(new HubEvent.Answered(
                        command,
                        spoken.spoke().incarnation(),
                        spoken.attempt(),
                        spoken.request(),
                        answers ? Payloads.answer(spoken.attempt(), spoken.request()) : null,
                        answers ? "" : "nobody answers this"));
            }
        });
    }

    private void enter(Runnable call) {
        freeNs = Math.max(freeNs, setting.nowNs())
                + callbackNs
                + setting.chance().below(1_000);
        setting.after(freeNs - setting.nowNs(), () -> process(call));
    }

    private void process(Runnable call) {
        if (thrown) {
            return;
        }
        if (throwsSometimes && setting.chance().oneIn(10)) {
            thrown = true;
            hub.on(new HubEvent.CommandAborted(command, "a callback threw"));
            return;
        }
        call.run();
        if (stopsSometimes && setting.chance().oneIn(5)) {
            hub.on(new HubEvent.CommandStopped(command));
        }
        returned++;
        hub.on(new HubEvent.CallbacksReturned(command, returned));
    }

    /** How many have returned. */
    int returned() {
        return returned;
    }

    /** How long so many take at the most. */
    long longestNs(long calls) {
        return calls * (callbackNs + 1_000);
    }
}
