package org.spmjava.api;

/**
 * A task that was pushed to a manager of a DAG: what the tasks that need it name. Since only a task that exists can be
 * named, there is no cycle.
 */
public interface TaskRef {

    /**
     * The task's number within its command: the order of its push.
     *
     * @return from 0
     */
    int index();
}
