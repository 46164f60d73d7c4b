package org.spmjava.core.manager;

import java.util.List;

/** Why a task has not been handed out. */
public sealed interface Waiting {

    /** It waits no more, since it was handed out or is final; or there is no such task. */
    record NoMore() implements Waiting {}

    /**
     * It is ready, and others are before it.
     *
     * @param ahead how many
     */
    record InQueue(int ahead) implements Waiting {}

    /**
     * It needs tasks that have not returned.
     *
     * @param needed their numbers, each once, ascending
     */
    record ForTasks(List<Integer> needed) implements Waiting {

        /** Copies the list. */
        public ForTasks {
            needed = List.copyOf(needed);
        }
    }

    /** It is for one Spoke, which has not asked for it. */
    record ForItsSpoke() implements Waiting {}

    /** Tasks come with Spokes, and none has brought this one. */
    record ToBecome() implements Waiting {}
}
