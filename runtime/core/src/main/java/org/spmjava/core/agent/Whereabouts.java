package org.spmjava.core.agent;

import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.RequiredState;

/**
 * Where code may stand, as far as that is known: more than one is true where it is not known exactly.
 *
 * @param hubOffline whether it may be the Hub, offline
 * @param hubOnline whether it may be the Hub, online
 * @param spokeOffline whether it may be a Spoke, offline
 * @param spokeOnline whether it may be a Spoke, online
 * @param words how to put it
 */
record Whereabouts(boolean hubOffline, boolean hubOnline, boolean spokeOffline, boolean spokeOnline, String words) {

    /** Where nothing is enforced. */
    static final Whereabouts ANYWHERE = new Whereabouts(true, true, true, true, "anywhere");

    static Whereabouts spoke(SpokeIdentity identity, boolean online) {
        String words = "Spoke (" + identity.whoAmI() + "), " + (online ? "online" : "offline");
        return new Whereabouts(false, false, !online, online, words);
    }

    /** Inside {@code manage}. */
    static Whereabouts managing(int command) {
        return new Whereabouts(false, true, false, false, "Hub, online (command " + command + ")");
    }

    /** Whether a demand may be met. */
    boolean mayMeet(RequiredState required) {
        return hubOffline && required.isMetBy(true, false)
                || hubOnline && required.isMetBy(true, true)
                || spokeOffline && required.isMetBy(false, false)
                || spokeOnline && required.isMetBy(false, true);
    }
}
