package org.spmjava.api;

/** What an event means to the command as a whole, beyond the final status of the task that it concerns. */
public enum Interpretation {
    /** Nothing: the other tasks go on. */
    CONTINUE("the rest goes on"),
    /** Tasks have become ready: Spokes that have nothing to do take them. */
    SCHEDULE("what became ready starts"),
    /** Tasks have lost what they need and are given up; the others go on. */
    DROP_DOOMED("what needs it is dropped"),
    /** No task starts any more; those that run may finish. */
    DROP_PENDING("what waits is dropped"),
    /** The other tasks are over: those that run are ended by force, those that have not started are dropped. */
    END_OTHERS("what runs is ended, what waits is dropped"),
    /** All tasks end as this one did: its Spoke's verdict is everyone's. */
    SHARE_FATE("all end as it did"),
    /** The Spokes that the command has now, and no others, are one unit from here on. */
    FORM_UNIT("the Spokes become a unit"),
    /** No task starts any more, and those that run have passed their deadline: their Spokes are ended by force. */
    TIME_OUT_ALL("what runs times out, what waits is dropped"),
    /** The command is over: every Spoke it holds is ended by force. */
    END_ALL("every Spoke is ended");

    private final String display;

    Interpretation(String display) {
        this.display = display;
    }

    /** What happens then, in a few words: for example {@code what waits is dropped}. */
    @Override
    public String toString() {
        return display;
    }
}
