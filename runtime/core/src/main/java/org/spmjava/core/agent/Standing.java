package org.spmjava.core.agent;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.Guard;
import org.spmjava.api.closure.RequiredState;
import org.spmjava.api.closure.StateWatch;
import org.spmjava.api.error.SPMInvariantViolation;

/**
 * Where code stands: on the Hub or on a Spoke, offline or online. Every door asks here first, and so does every
 * annotated method of the user's that was given a guard.
 */
final class Standing {

    private static final StateWatch WATCH = Standing::refusal;

    /** Where every thread of a Spoke's process stands; null in the Hub's. */
    private static volatile Whereabouts spokeProcess;

    private static Whereabouts spokeOffline;
    private static Whereabouts spokeOnline;

    private static final AtomicReference<OpenSessions> SESSIONS = new AtomicReference<>(OpenSessions.NONE);

    private static final ThreadLocal<Role> ROLE = new InheritableThreadLocal<>() {
        @Override
        protected Role childValue(Role parent) {
            return parent instanceof Role.VirtualSpoke || parent instanceof Role.Stray ? new Role.Stray() : null;
        }
    };

    private static final int CLOSED = -1;
    private static final int OFFLINE = 0;

    /** The session's online command on the Hub; 0 while it is offline. */
    private final AtomicInteger online = new AtomicInteger(OFFLINE);

    /** A session begins, offline. */
    Standing() {
        Guard.install(WATCH);
        SESSIONS.updateAndGet(OpenSessions::opened);
    }

    /** Makes this JVM a Spoke, offline, for good. */
    static void becomeSpoke(SpokeIdentity identity) {
        Guard.install(WATCH);
        spokeOffline = Whereabouts.spoke(identity, false);
        spokeOnline = Whereabouts.spoke(identity, true);
        spokeProcess = spokeOffline;
    }

    /** Runs as a Spoke, offline, on this thread alone: serial-like development has Hub and Spokes in one process. */
    static void enterVirtualSpoke(SpokeIdentity identity) {
        ROLE.set(new Role.VirtualSpoke(identity, false, ROLE.get()));
        SESSIONS.updateAndGet(OpenSessions::beganToPlay);
    }

    static void leaveVirtualSpoke() {
        if (ROLE.get() instanceof Role.VirtualSpoke spoke) {
            SESSIONS.updateAndGet(OpenSessions::ceasedToPlay);
            resume(spoke.outer());
        }
    }

    /** The Spoke that this thread runs on goes online, just before its evaluator is called. */
    static void spokeGoesOnline() {
        spokeIs(true);
    }

    /** And offline, just after. */
    static void spokeGoesOffline() {
        spokeIs(false);
    }

    private static void spokeIs(boolean isOnline) {
        if (spokeProcess != null) {
            spokeProcess = isOnline ? spokeOnline : spokeOffline;
        } else if (ROLE.get() instanceof Role.VirtualSpoke spoke) {
            ROLE.set(new Role.VirtualSpoke(spoke.identity(), isOnline, spoke.outer()));
        }
    }

    /** What to say to a method that demands a state, if the calling thread certainly stands elsewhere. */
    private static Optional<String> refusal(RequiredState required) {
        Whereabouts here = here();
        return here.mayMeet(required) ? Optional.empty() : Optional.of(here.words());
    }

    private static Whereabouts here() {
        Whereabouts spoke = spokeProcess;
        if (spoke != null) {
            return spoke;
        }
        Role role = ROLE.get();
        if (role == null) {
            return SESSIONS.get().others();
        } else if (role instanceof Role.Manager manager) {
            return manager.where();
        } else if (role instanceof Role.VirtualSpoke virtual) {
            return virtual.where();
        }
        return SESSIONS.get().strays();
    }

    /**
     * A door that only the Hub may use, whatever its state.
     *
     * @throws SPMInvariantViolation on a Spoke
     */
    static void requireHub(String door) {
        if (spokeProcess != null || ROLE.get() instanceof Role.VirtualSpoke) {
            throw new SPMInvariantViolation(door, "Hub, offline", here().words());
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
     * The Hub goes online with a command, on this thread, which leaves it with {@link #goOffline}.
     *
     * @throws SPMInvariantViolation unless on the Hub, offline
     */
    void goOnline(String door, int command) {
        requireHub(door);
        int found = online.compareAndExchange(OFFLINE, command);
        if (found != OFFLINE) {
            throw new SPMInvariantViolation(door, "Hub, offline", found(found));
        }
        SESSIONS.updateAndGet(OpenSessions::wentOnline);
        ROLE.set(new Role.Manager(Whereabouts.managing(command), ROLE.get()));
    }

    void goOffline(int command) {
        if (online.compareAndSet(command, OFFLINE)) {
            SESSIONS.updateAndGet(OpenSessions::wentOffline);
        }
        if (ROLE.get() instanceof Role.Manager manager) {
            resume(manager.outer());
        }
    }

    /** The session has ended: no door opens any more, and it demands nothing of anybody. */
    void close() {
        int command = online.getAndSet(CLOSED);
        if (command != CLOSED) {
            SESSIONS.updateAndGet(sessions -> (command == OFFLINE ? sessions : sessions.wentOffline()).closed());
        }
    }

    private static void resume(Role outer) {
        if (outer == null) {
            ROLE.remove();
        } else {
            ROLE.set(outer);
        }
    }

    private static String found(int command) {
        return command == CLOSED
                ? "Hub, session closed"
                : Whereabouts.managing(command).words();
    }
}
