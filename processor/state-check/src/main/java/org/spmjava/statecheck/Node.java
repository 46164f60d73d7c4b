package org.spmjava.statecheck;

import java.util.Optional;

/** A method, reached in a state. {@link Method#in} gives the one instance of each, so identity is equality. */
final class Node {

    private final Method method;
    private final State state;
    private Object seenBy;
    private boolean reached;
    private Optional<Node> from = Optional.empty();
    private int lineFrom;

    /** Only for {@link Method#in}. */
    Node(Method method, State state) {
        this.method = method;
        this.state = state;
    }

    Method method() {
        return method;
    }

    /** The state inside the method. */
    State state() {
        return state;
    }

    /** Whether it is new to somebody, who comes to know it now. */
    boolean isNewTo(Object somebody) {
        boolean isNew = seenBy != somebody;
        seenBy = somebody;
        return isNew;
    }

    /** Keeps the way to it, if there is none yet; whether that is so. */
    boolean reachedBy(Optional<Node> node, int line) {
        boolean first = !reached;
        if (first) {
            reached = true;
            from = node;
            lineFrom = line;
        }
        return first;
    }

    /** From where it was first reached; empty where code begins. */
    Optional<Node> from() {
        return from;
    }

    /** The line there. */
    int lineFrom() {
        return lineFrom;
    }

    @Override
    public String toString() {
        return method + " " + state;
    }
}
