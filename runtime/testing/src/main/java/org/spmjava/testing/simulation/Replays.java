package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import org.spmjava.core.hub.HubEvent;

/**
 * Says to the Hub again what it has heard before, when it is stale: of an older attempt, command or incarnation. The
 * Hub must take no notice.
 */
final class Replays {

    private final Setting setting;
    private final SimulatedHub hub;

    Replays(Setting setting, SimulatedHub hub) {
        this.setting = setting;
        this.hub = hub;
    }

    /** The Hub has heard something; it may hear it once more. */
    void heard(HubEvent.Received event) {
        if (setting.faults().isReplayed()) {
            long delayNs = setting.chance().oneIn(2)
                    ? setting.chance().below(10 * MS)
                    : setting.chance().below(5_000 * MS);
            setting.after(delayNs, () -> {
                if (hub.isStale(event.incarnation(), event.message())) {
                    hub.onStale(event);
                }
            });
        }
    }

    /** The Hub has heard that a process ended; it may hear it once more. */
    void gone(HubEvent.SpokeExited event) {
        if (setting.faults().isReplayed()) {
            setting.after(setting.chance().below(1_000 * MS), () -> hub.onStale(event));
        }
    }
}
