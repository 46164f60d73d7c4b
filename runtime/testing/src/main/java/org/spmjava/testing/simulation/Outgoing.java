package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Setting.MS;

import java.util.TreeMap;
import java.util.function.Consumer;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Release;

/**
 * The Hub's messages on their way out. In some sessions, as in the agent that ships, a command's beginning waits for
 * what comes after it: a Spoke that gets nothing to do hears neither of the beginning nor of the end, and the core is
 * told so.
 */
final class Outgoing {

    private final Setting setting;
    private final Consumer<HubEvent> hub;
    private final boolean holdsBack;
    private final TreeMap<Long, Begin> heldBack = new TreeMap<>();

    /** @param hub told of a Spoke that never began */
    Outgoing(Setting setting, Consumer<HubEvent> hub) {
        this.setting = setting;
        this.hub = hub;
        this.holdsBack = setting.chance().oneIn(2);
    }

    void send(HubEffect.Send send, SimulatedSpoke spoke) {
        HubMessage message = send.message();
        if (holdsBack && message instanceof Begin begin) {
            heldBack.put(send.incarnation(), begin);
            return;
        }
        Begin before = heldBack.remove(send.incarnation());
        if (before != null) {
            if (message instanceof Release release && release.command() == before.command()) {
                HubEvent event = new HubEvent.NeverBegan(send.incarnation(), release.command());
                setting.after(setting.chance().below(MS), () -> hub.accept(event));
                return;
            }
            spoke.send(before);
        }
        spoke.send(message);
    }
}
