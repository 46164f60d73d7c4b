package org.spmjava.core.transport;

/** What became of a message that was given to a transport. */
public enum SendResult {
    /** It is on its way; it arrives unless the peer or this process ends. */
    SENT,
    /** Nothing of it was taken, because the peer does not keep up or has not connected yet: offer it again later. */
    BACK_PRESSURE,
    /** Nothing of it was taken, and never will be: there is no such peer any more. */
    CLOSED
}
