package org.spmjava.api;

/**
 * The events that every manager recognises while a command is online, on the Hub and on its Spokes. How a manager
 * interprets them is all that tells one kind from another, see {@link Interpretation}.
 *
 * <p>Two events come before there is a manager: that a closure is declared and defined, and that it is populated. They
 * are calls of the user's own thread, and what is wrong with them is thrown there. A violation of an invariant is
 * thrown too: out of a callback it is {@link #CALLBACK_THREW}, out of an evaluator {@link #EVALUATION_THREW}.
 */
public enum ManagerEvent {
    /** Hub: the closure was invoked and is online; scheduling begins. */
    INVOKED(false, "the manager is invoked"),
    /** Hub: a Spoke was acquired. */
    SPOKE_ACQUIRED(false, "a Spoke is acquired"),
    /** Hub: the minimum number of Spokes was not there in time. */
    SPOKES_MISSING(false, "the minimum of Spokes is not there in time"),
    /** Hub: the Spokes that are there now are one unit. */
    UNIT_FORMED(false, "the Spokes become a unit"),
    /** Hub: a task was given to a Spoke. */
    SCHEDULED(false, "a Spoke can take a task"),
    /** Hub: a task that was given to a Spoke never started, and waits again. */
    UNSTARTED(false, "a task comes back unstarted"),
    /** Hub: a Spoke is gone, after what it means to the task that it had. */
    SPOKE_LOST(false, "a Spoke is lost between its tasks"),
    /** Hub: callbacks returned, of a status or of what a task asked or told. */
    CALLBACK_RETURNED(false, "a callback returns"),
    /** Hub: a callback says that no further task is to start. */
    STOPPED(false, "a callback says stop"),
    /** Hub: a callback threw, or the thread that manages was interrupted. */
    CALLBACK_THREW(false, "a callback throws"),
    /** Hub: the execution deadline has passed. */
    EXECUTION_EXPIRED(false, "the execution deadline passes"),
    /** Hub: a task that has not started is given up. */
    DROPPED(false, "a task is given up"),
    /** Hub: every task is final, nothing is pending, and the Hub goes offline. */
    OFFLINE(false, "the Hub goes offline"),
    /**
     * Spoke: the task was accepted, and its modules are being loaded. A task that has none to load is accepted and
     * online in one step, of which its Spoke says nothing.
     */
    PRELOADING(true, "a task is accepted and preloads"),
    /** Spoke: the modules of a task are loaded; it is online, its evaluator called. */
    ONLINE(true, "its evaluator is called"),
    /** Spoke: the task uses a communication primitive that reaches the Hub. */
    PRIMITIVE_USED(true, "it asks or tells the Hub"),
    /** Spoke: the evaluator returned; the task is final. */
    RETURNED(true, "it returns"),
    /** Spoke: a throwable left the code while it was preloaded; the task is final. */
    PRELOADING_THREW(true, "it throws while preloading"),
    /** Spoke: a throwable left the evaluator; the task is final. */
    EVALUATION_THREW(true, "it throws while evaluating"),
    /** Spoke: it exited or failed by itself, or was ended from outside; the task is final. */
    TERMINATED(true, "its Spoke exits or is killed"),
    /** Spoke: the task's deadline passed; the task is final. */
    TIMED_OUT(true, "its deadline passes");

    private final boolean onSpoke;
    private final String display;

    ManagerEvent(boolean onSpoke, String display) {
        this.onSpoke = onSpoke;
        this.display = display;
    }

    /**
     * Where it happens; all of them are recognised at the Hub.
     *
     * @return true on a Spoke, and then it concerns one task; false on the Hub
     */
    public boolean isOnSpoke() {
        return onSpoke;
    }

    /** What happens, in a few words: for example {@code a callback throws}. */
    @Override
    public String toString() {
        return display;
    }
}
