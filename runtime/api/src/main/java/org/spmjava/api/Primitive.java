package org.spmjava.api;

/** The communication primitives; which of them a task may use is said by its {@link Grain}. */
public enum Primitive {
    /** A question of a task to the Hub, which answers; the task waits for the answer. */
    ASK,
    /** A message of a task to the Hub, which does not answer. */
    TELL,
    /** A message of a task to another. */
    SEND,
    /** A task waits for the next message of another. */
    RECEIVE,
    /** A task looks whether there is a message of another, and goes on. */
    POLL,
    /** A value of one task to all. */
    BROADCAST,
    /** Nobody goes on before everybody has arrived. */
    BARRIER,
    /** A value of each task to each: all-to-all. */
    EXCHANGE,
    /** The combination of a value of each task, at one of them. */
    REDUCE,
    /** The combination of a value of each task, at all of them. */
    ALL_REDUCE,
    /** A value of each task, in the order of their ranks, at one of them. */
    AGGREGATE_RANK
}
