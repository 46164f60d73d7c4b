package org.spmjava.statecheck;

/** A method, reached in a state. {@link Method#in} gives the one instance of each, so identity is equality. */
final class Node {

    private final Method method;
    private final State state;
    private Object seenBy;

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

    @Override
    public String toString() {
        return method + " " + state;
    }
}
