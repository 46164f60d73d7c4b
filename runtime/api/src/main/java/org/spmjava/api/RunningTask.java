package org.spmjava.api;

/**
 * A task that is being evaluated, as the Hub sees it while it processes what the task asks or tells.
 *
 * @param <P> the payload
 */
public interface RunningTask<P> {

    /**
     * The task's number within its command.
     *
     * @return from 0
     */
    int index();

    /**
     * The payload, with {@code spm.core.nameHost} and {@code spm.core.whoAmI} filled in.
     *
     * @return the payload
     */
    P task();

    /**
     * The task's label.
     *
     * @return {@code spm.meta.label}
     */
    String label();

    /**
     * Where the task is evaluated.
     *
     * @return the Spoke
     */
    SpokeIdentity spoke();
}
