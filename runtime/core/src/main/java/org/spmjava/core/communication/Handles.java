package org.spmjava.core.communication;

import org.spmjava.api.communication.Communicator;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.api.communication.GridCommunicator;
import org.spmjava.api.communication.HubLink;

/** Makes what evaluators are handed, and speaks for them when they have ended. */
public final class Handles {

    private Handles() {}

    /**
     * Makes a handle.
     *
     * @param type which one
     * @param door who may use it, and how long
     * @param line the way to the Hub
     * @param values how values travel
     * @param peers the unit; null if there is none
     * @return of that type
     * @throws IllegalArgumentException if there is no such type
     * @throws IllegalStateException if it needs a unit
     */
    public static HubLink make(Class<?> type, Door door, HubLine line, Values values, Peers peers) {
        if (type == HubLink.class) {
            return new DefaultHubLink(door, line, values);
        }
        if (peers == null) {
            throw new IllegalStateException("the Hub has not said who belongs to the unit");
        }
        if (type == Communicator.class) {
            return new DefaultCommunicator(door, line, values, peers);
        } else if (type == GraphCommunicator.class) {
            return new DefaultGraphCommunicator(door, line, values, peers);
        } else if (type == GridCommunicator.class) {
            return new DefaultGridCommunicator(door, line, values, peers);
        }
        throw new IllegalArgumentException(type + " is no handle");
    }

    /**
     * After a task's end, says so to a member that waits for it; to be called now and then while the command lasts.
     *
     * @param peers the unit, whose {@link Peers#incoming} is closed
     * @return false if there was no room to say so
     */
    public static boolean tellEnded(Peers peers) {
        return Courier.tellEnded(peers);
    }
}
