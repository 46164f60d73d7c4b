package org.spmjava.core.message;

/** What the Hub says to a Spoke. */
public sealed interface HubMessage {

    /**
     * A command has acquired the Spoke; its assignments follow.
     *
     * @param command the command's number
     * @param definition the binary name of the generated definition class
     * @param fingerprint the fingerprint of the typedef as the Hub knows it
     */
    record Begin(int command, String definition, long fingerprint) implements HubMessage {}

    /**
     * A task to evaluate after those that were assigned before.
     *
     * @param command the command's number
     * @param attempt the attempt's number, unique in the session
     * @param timeoutNs how long the task may take from the moment it starts, preloading included
     * @param payload the encoded payload
     */
    record Assign(int command, long attempt, long timeoutNs, byte[] payload) implements HubMessage {}

    /**
     * Every assignment that has not started is to be given back.
     *
     * @param command the command's number
     */
    record Recall(int command) implements HubMessage {}

    /** The session ends: the Spoke's process is to exit. */
    record Shutdown() implements HubMessage {}
}
