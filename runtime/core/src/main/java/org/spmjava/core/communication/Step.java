package org.spmjava.core.communication;

/**
 * Which collective a message belongs to, or which channel. Of a collective, equal steps meet on all members.
 *
 * @param operation what is done
 * @param argument what must be equal on all members beside the channel, a root for example; 0 if nothing
 * @param sequence which collective of the command it is, from 1; 0 if it is none
 * @param signature the channel's
 */
record Step(Operation operation, int argument, long sequence, String signature) {

    /** For example {@code broadcast(root 2) on 'weights', collective 7}. */
    String words() {
        String root = switch (operation) {
            case BROADCAST, REDUCE, AGGREGATE_RANK -> "(root " + argument + ")";
            default -> "";
        };
        String channel = signature.isEmpty() ? "" : " on '" + signature + "'";
        return operation.words() + root + channel + (sequence == 0 ? "" : ", collective " + sequence);
    }
}
