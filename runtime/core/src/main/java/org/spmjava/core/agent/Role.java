package org.spmjava.core.agent;

import org.spmjava.api.SpokeIdentity;

/** What a thread of the Hub's process is known to be at the moment. */
sealed interface Role {

    /** It is inside {@code manage}. */
    record Manager(Whereabouts where, Role outer) implements Role {}

    /** It plays a Spoke, in a serial session. */
    record VirtualSpoke(SpokeIdentity identity, Whereabouts where, Role outer) implements Role {

        VirtualSpoke(SpokeIdentity identity, boolean online, Role outer) {
            this(identity, Whereabouts.spoke(identity, online), outer);
        }
    }

    /** It was started by a thread that played a Spoke; whose work it does now, nobody knows. */
    record Stray() implements Role {}
}
