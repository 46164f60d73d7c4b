package org.spmjava.api;

/**
 * What a pattern does with an event that leaves a choice. Which patterns have which policy, and which of them is the
 * default, is said at {@link Pattern}.
 */
public enum Policy {
    /** Partition/List: a failure concerns its task alone. */
    ISOLATED,
    /** Partition: the first task that does not return ends all others, and drops those that have not started. */
    FAIL_FAST,
    /** The first task that returns wins: all others are ended by force, and those that have not started are dropped. */
    RACE,
    /** Partition/DAG: a failure drops the task's descendants and no one else. */
    DESCENDANTS,
    /** Partition/Graph, Partition/Grid: all tasks start together and share one fate. */
    UNIT,
    /**
     * PartitionAggregate/Centralized: the Hub combines what the tasks return. The first task that does not return drops
     * those that have not started, since there is no aggregate without it.
     */
    CENTRALIZED,
    /**
     * PartitionAggregate/Decentralized: what the tasks return stays on the Spokes, which shuffle it by key among them
     * and combine it there. All of it is one unit: what befalls one task befalls all.
     */
    DECENTRALIZED,
    /** Clone/Once: every acquired Spoke evaluates the payload once. */
    ONCE,
    /**
     * Clone/Repeat: the Spokes evaluate the payload again and again, until a count is reached or the Hub stops them.
     */
    REPEAT
}
