package org.spmjava.core.agent;

import org.spmjava.core.hub.HubEffect;

/** What the user's thread gets to know of its command while it waits in {@code manage}. */
sealed interface CommandOutput {

    /** Something to be processed by the user's code. */
    record ForUserCode(HubEffect effect) implements CommandOutput {}

    /** Nothing of the command is pending. */
    record Done(HubEffect.Concluded conclusion) implements CommandOutput {}

    /**
     * The Hub's agent has ended: nothing more will come.
     *
     * @param what for the user
     * @param cause what it failed of, {@code null} if the session is over
     */
    record Broken(String what, Throwable cause) implements CommandOutput {}
}
