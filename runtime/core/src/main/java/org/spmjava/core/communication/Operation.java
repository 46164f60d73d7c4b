package org.spmjava.core.communication;

import java.util.Locale;

/** What a message between members is a part of. The order is part of the protocol. */
enum Operation {
    SEND,
    BROADCAST,
    BARRIER,
    EXCHANGE,
    REDUCE,
    ALL_REDUCE,
    AGGREGATE_RANK,
    SUPERSTEP,
    EXCHANGE_HALO,
    /** Whether the receiver will ever send anything again. */
    PROBE,
    /** It will not: its task has ended. */
    ENDED,
    /** Never sent: the other side of a send. */
    RECEIVE,
    /** Never sent either. */
    POLL;

    /** As the user's method is called. */
    String words() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder words = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            words.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i], 1, parts[i].length());
        }
        return words.toString();
    }
}
