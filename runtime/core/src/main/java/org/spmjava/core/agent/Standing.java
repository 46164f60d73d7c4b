package org.spmjava.core.agent;

import java.util.concurrent.atomic.AtomicInteger;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.error.SPMInvariantViolation;

/** Where code stands: on the Hub or on a Spoke, offline or online. Every door asks here first. */
final class Standing {

    private static volatile SpokeIdentity spokeProcess;
    private static final ThreadLocal<SpokeIdentity> VIRTUAL_SPOKE = new ThreadLocal<>();

    private static final int CLOSED = -1;
    private static final int OFFLINE = 0;

    /** The session's online command on the Hub; 0 while it is offline. */
    private final AtomicInteger online = new AtomicInteger(OFFLINE);

    /** Makes this JVM a Spoke, for good. */
    static void becomeSpoke(SpokeIdentity identity) {
        spokeProcess = identity;
    }

    /** Runs as a Spoke, on this thread alone: serial-like development has Hub and Spokes in one process. */
    static void enterVirtualSpoke(SpokeIdentity identity) {
        VIRTUAL_SPOKE.set(identity);
    }

    static void leaveVirtualSpoke() {
        VIRTUAL_SPOKE.remove();
    }

    /**
     * A door that only the Hub may use, whatever its state.
     *
     * @throws SPMInvariantViolation on a Spoke
     */
    static void requireHub(String door) {
        SpokeIdentity spoke = VIRTUAL_SPOKE.get() != null ? VIRTUAL_SPOKE.get() : spokeProcess;
        if (spoke != null) {
            throw new SPMInvariantViolation(door, "Hub, offline", "Spoke (" + spoke.whoAmI() + "), online");
        }
    }

    /**
     * A door that only the Hub may use, while it is offline.
     *
     * @throws SPMInvariantViolation otherwise
     */
    void requireHubOffline(String door) {
        requireHub(door);
        int command = online.get();
        if (command != OFFLINE) {
            throw new SPMInvariantViolation(door, "Hub, offline", found(command));
        }
    }

    /**
     * The Hub goes online with a command.
     *
     * @throws SPMInvariantViolation unless on the Hub, offline
     */
    void goOnline(String door, int command) {
        requireHub(door);
        int found = online.compareAndExchange(OFFLINE, command);
        if (found != OFFLINE) {
            throw new SPMInvariantViolation(door, "Hub, offline", found(found));
        }
    }

    void goOffline(int command) {
        online.compareAndSet(command, OFFLINE);
    }

    /** The session has ended: no door opens any more. */
    void close() {
        online.set(CLOSED);
    }

    private static String found(int command) {
        return command == CLOSED ? "Hub, session closed" : "Hub, online (command " + command + ")";
    }
}
