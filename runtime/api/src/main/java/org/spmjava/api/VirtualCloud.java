package org.spmjava.api;

import org.spmjava.api.closure.ManagerHandle;
import org.spmjava.api.closure.TaskManagerDefinition;

/**
 * A session's resources: the Hub in this JVM, and Spokes that join, die and are relaunched independently of any
 * command.
 *
 * <p>A tracker follows them from the first moment to {@link #close()}, whatever the user's code does meanwhile. All
 * methods may be called from any thread, but at most one manager is online at a time.
 */
public interface VirtualCloud extends AutoCloseable {

    /**
     * Cores of the Hub's server.
     *
     * @return all Spokes on the Hub's host
     */
    Pool intraAll();

    /**
     * One core of the Hub's server.
     *
     * @return a pool of one Spoke, or of none in an empty cloud
     */
    Pool intraOnePerServer();

    /**
     * Cores of any server.
     *
     * @return all Spokes
     */
    Pool inter();

    /**
     * One core of each server.
     *
     * @return one Spoke a host
     */
    Pool interOnePerServer();

    /**
     * Declares and defines a closure; generated stubs call it.
     *
     * @param definition what generated code tells of the manager
     * @param onStatus the user's stage 1
     * @param <P> the payload
     * @param <R> the return value
     * @return the handle behind the stub
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, with a signature that is
     *     new in this session
     */
    <P, R> ManagerHandle<P, R> define(TaskManagerDefinition<P, R> definition, StatusCallback<P, R> onStatus);

    /**
     * Follows what happens in the session, for status lines and progress.
     *
     * @param observer called on a thread of its own, never on one that manages; what it throws is logged and ignored
     */
    void observe(SessionObserver observer);

    /**
     * Says, in a few words for people, why a task of the command that is online does not run, where it runs, or how it
     * ended; outside of a command, how the task ended in the last that concluded. May be called from any thread of the
     * Hub, also out of a callback, and answers within about a second whatever the Hub is doing.
     *
     * @param task the task's number within its command, from 0
     * @return one or a few sentences
     * @throws InterruptedException if the calling thread was interrupted
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     */
    String explain(int task) throws InterruptedException;

    /**
     * Ends every Spoke and removes every file of the session. Idempotent. A command that is online concludes first,
     * with its tasks ended by force.
     */
    @Override
    void close();
}
