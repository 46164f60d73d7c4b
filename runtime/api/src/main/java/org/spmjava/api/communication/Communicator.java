package org.spmjava.api.communication;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What a task of general grain may do: communicate with the other tasks of its command, directly, and with the Hub.
 * Used by the evaluator's thread alone, and during the evaluation alone.
 *
 * <p>All tasks start together, each on a Spoke of its own, and are one unit: the first that ends prematurely ends all.
 * A task that waits for one that is lost is therefore ended. One that waits in vain for a task that has ended, or for
 * itself, is told so; any other is ended by its deadline.
 *
 * <p>Values may be of any size. Between two tasks they arrive in the order in which they were sent. A task that waits
 * takes in what others send to it, so that no order of sends, sizes or delays leads to a deadlock by itself; a task
 * that computes does not, and who sends more to it than its link holds waits. What is called a <i>collective</i> is
 * called by all tasks, with equal channels and in the same order; a task that calls another one instead is told so, and
 * nobody waits for ever.
 *
 * <p>The terms, and the order of reductions, are those of the Message Passing Interface (MPI 4.0, chapters 3 and 6).
 */
public interface Communicator extends HubLink {

    /**
     * This task's number among those of its command.
     *
     * @return from 0
     */
    int rank();

    /**
     * How many tasks the command has.
     *
     * @return at least 1
     */
    int size();

    /**
     * Sends a value to another task, or to this one. Returns as soon as it is on its way; waits while the link is full.
     *
     * @param to the receiver's rank
     * @param channel what the value is for
     * @param value the value
     * @param <T> its type
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    <T> void send(int to, Channel<T> channel, T value);

    /**
     * Waits for the next value that another task sent through a channel.
     *
     * @param from the sender's rank
     * @param channel what the value is for
     * @param <T> its type
     * @return the value
     * @throws IndexOutOfBoundsException if there is no such rank
     * @throws org.spmjava.api.error.SPMInvariantViolation if the other task has ended without sending one, or it is
     *     this one
     */
    <T> T receive(int from, Channel<T> channel);

    /**
     * Takes the next value that another task sent through a channel, if it has arrived; never waits. So a task that
     * computes may hear from others without being kept by them, and what it takes in makes room for their next
     * messages. It costs about as much as a look at each link.
     *
     * <p>No value says nothing about the future, not even if the other task has ended: a task that has nothing else to
     * do calls {@link #receive}.
     *
     * @param from the sender's rank
     * @param channel what the value is for
     * @param <T> its type
     * @return the value; empty if none is there
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    <T> Optional<T> poll(int from, Channel<T> channel);

    /**
     * Collective: a value of one task to all.
     *
     * @param root the rank of the task whose value it is
     * @param channel what the value is for
     * @param value the value; ignored, and may be {@code null}, on the other tasks
     * @param <T> its type
     * @return the root's value, on every task
     */
    <T> T broadcast(int root, Channel<T> channel, T value);

    /** Collective: returns when all tasks have called it. */
    void barrier();

    /**
     * Collective: a value of each task to each, all-to-all.
     *
     * @param channel what the values are for
     * @param values one for each task, in the order of the ranks
     * @param <T> their type
     * @return one from each task, in the order of the ranks
     * @throws IllegalArgumentException if there is not one value for each task
     */
    <T> List<T> exchange(Channel<T> channel, List<T> values);

    /**
     * Collective: combines a value of each task, in the order of the ranks.
     *
     * @param root the rank of the task that gets the result
     * @param channel what the values are for
     * @param value this task's
     * @param operator combines two neighbours; associative, not necessarily commutative
     * @param <T> the values' type
     * @return the result on the root, empty on the others
     */
    <T> Optional<T> reduce(int root, Channel<T> channel, T value, BinaryOperator<T> operator);

    /**
     * Collective: combines a value of each task, in the order of the ranks.
     *
     * @param channel what the values are for
     * @param value this task's
     * @param operator combines two neighbours; associative, not necessarily commutative
     * @param <T> the values' type
     * @return the same result on every task
     */
    <T> T allReduce(Channel<T> channel, T value, BinaryOperator<T> operator);

    /**
     * Collective: gathers a value of each task, in the order of the ranks; the source's {@code aggregateRank}.
     *
     * @param root the rank of the task that gets them
     * @param channel what the values are for
     * @param value this task's
     * @param <T> the values' type
     * @return one from each task on the root, empty on the others
     */
    <T> Optional<List<T>> aggregateRank(int root, Channel<T> channel, T value);
}
