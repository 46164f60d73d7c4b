package org.spmjava.core.manager;

/** What an event means to the command as a whole, beyond the final status of the task that it concerns. */
public enum Interpretation {
    /** Nothing: the other tasks go on. */
    CONTINUE,
    /** Tasks have become ready: Spokes that have nothing to do take them. */
    SCHEDULE,
    /** Tasks have lost what they need and are given up, see {@link Manager#takeDoomed()}; the others go on. */
    DROP_DOOMED,
    /** No task starts any more; those that run may finish. */
    DROP_PENDING,
    /** The other tasks are over: those that run are ended by force, those that have not started are dropped. */
    END_OTHERS,
    /** All tasks end as this one did: its Spoke's verdict is everyone's. */
    SHARE_FATE,
    /** The Spokes that the command has now, and no others, are one unit from here on. */
    FORM_UNIT,
    /** No task starts any more, and those that run have passed their deadline: their Spokes are ended by force. */
    TIME_OUT_ALL,
    /** The command is over: every Spoke it holds is ended by force. */
    END_ALL
}
