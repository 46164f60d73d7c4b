package org.spmjava.benchmarks.speed.noop;

/** Somebody who has two workers in processes of their own, and gives them tasks that do nothing. */
public interface Submitter extends AutoCloseable {

    /** Has one task done, and returns when its result is there. */
    void one() throws Exception;

    /**
     * Has that many tasks done as fast as it can, and returns when the result of each is there.
     *
     * @param tasks at least 1
     */
    void many(int tasks) throws Exception;

    /** Ends the workers. */
    @Override
    void close();

    /** Starts the workers, and returns at the latest when a task can be given. */
    @FunctionalInterface
    interface Opening {
        /** Opens it. */
        Submitter open() throws Exception;
    }
}
