package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import org.spmjava.core.hub.HubEvent;

/** The user's thread: it processes one final status after the other, fast or slowly, and sometimes throws. */
final class Callbacks {

    private final Setting setting;
    private final SimulatedHub hub;
    private final int command;
    private final boolean throwsSometimes;
    private final long callbackNs;
    private long freeNs;
    private int returned;
    private boolean thrown;

    Callbacks(Setting setting, SimulatedHub hub, int command) {
        this.setting = setting;
        this.hub = hub;
        this.command = command;
        boolean faulty = !setting.faults().healed();
        this.throwsSometimes = faulty && setting.chance().oneIn(10);
        this.callbackNs = faulty && setting.chance().oneIn(4) ? setting.chance().below(30) * MS : 0;
    }

    /** There is one more to process. */
    void finalStatus() {
        freeNs = Math.max(freeNs, setting.nowNs())
                + callbackNs
                + setting.chance().below(1_000);
        setting.after(freeNs - setting.nowNs(), this::process);
    }

    private void process() {
        if (thrown) {
            return;
        }
        if (throwsSometimes && setting.chance().oneIn(10)) {
            thrown = true;
            hub.on(new HubEvent.CommandAborted(command, "a callback threw"));
        } else {
            returned++;
            hub.on(new HubEvent.CallbacksReturned(command, returned));
        }
    }

    /** How many have returned. */
    int returned() {
        return returned;
    }

    /** How long so many take at the most. */
    long longestNs(int statuses) {
        return statuses * (callbackNs + 1_000);
    }
}
