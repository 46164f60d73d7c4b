package org.spmjava.core.manager;

import org.spmjava.api.Interpretation;
import org.spmjava.api.Primitive;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.Work;

/**
 * Interprets every event that SPM.Java recognises, for one command. A pattern implements it whole, so that a forgotten
 * event does not compile.
 *
 * <p>Two events come before there is a manager, at doors that the user's own thread calls: that a closure is declared
 * and defined, and that it is populated. What is wrong with them is thrown there. A violation of an invariant is thrown
 * too: out of a callback it comes here as {@link #callbackThrew}, out of an evaluator as {@link #uncaught}.
 *
 * <p>Tasks are numbered from 0. A task is <i>pending</i> until {@link #next} hands it out and <i>final</i> once a
 * verdict was passed on it. Spokes appear as ordinals: the order in which the command acquired them, or their rank once
 * they are a unit.
 */
public interface Manager {

    /** The answer of {@link #next} when there is nothing for the Spoke now. */
    int NONE = -1;

    /**
     * How many tasks the command has so far.
     *
     * @return grows only in patterns whose tasks come with their Spokes
     */
    int taskCount();

    /**
     * Until when Spokes take part.
     *
     * @return the same at all times
     */
    Acquisition acquisition();

    /**
     * Whether the tasks are one unit: their statuses are held back until all have returned, and each that ends
     * otherwise gives its verdict to all.
     *
     * @return the same at all times
     */
    boolean isUnit();

    /**
     * Hub: the closure was invoked and is online; scheduling begins.
     *
     * @return what it means
     */
    Interpretation invoked();

    /**
     * Hub: a Spoke was acquired.
     *
     * @param spoke its ordinal
     * @return what it means
     */
    Interpretation spokeAcquired(int spoke);

    /**
     * Hub: the Spokes that are there now are one unit, for {@link Acquisition#BEFORE_START} or after
     * {@link Interpretation#FORM_UNIT}. From now on Spokes appear by their rank in it.
     *
     * @param size how many there are, at least 1
     * @return what it means
     */
    Interpretation unitFormed(int size);

    /**
     * Hub: a Spoke is gone, after what it means to the task that it had.
     *
     * @param spoke its ordinal
     * @return what it means
     */
    Interpretation spokeLost(int spoke);

    /**
     * Hub: the minimum number of Spokes was not there in time.
     *
     * @return what it means
     */
    Interpretation spokesMissing();

    /**
     * Hub: a Spoke can take another task.
     *
     * @param spoke its ordinal
     * @return the task, which counts as handed out, or {@link #NONE}
     */
    int next(int spoke);

    /**
     * How many tasks there are for any Spoke that asks {@link #next}. As long as there are some, Spokes are asked one
     * after the other, those first that have least.
     *
     * @return 0 if nothing is pending, or only tasks that belong to Spokes of their own: such a Spoke asks when it is
     *     acquired, has joined again, and after each of its tasks
     */
    int pending();

    /**
     * Why a task has not been handed out; for people who ask, and so allowed to take its time.
     *
     * @param task the task
     * @return the reason at this moment
     */
    Waiting waiting(int task);

    /**
     * Hub: what a Spoke is to do with a task.
     *
     * @param task the task, handed out
     * @return the same at all times
     */
    Work work(int task);

    /**
     * Hub: a task that was handed out never started; it is pending again, for any Spoke that {@link #next} gives it to.
     *
     * @param task the task
     * @param spoke the ordinal of the Spoke that had it
     * @return what it means
     */
    Interpretation unstarted(int task, int spoke);

    /**
     * Spoke: the task was accepted and preloads.
     *
     * @param task the task
     * @return what it means
     */
    Interpretation preloading(int task);

    /**
     * Spoke: the task is online, its evaluator called.
     *
     * @param task the task
     * @return what it means
     */
    Interpretation online(int task);

    /**
     * Spoke: the task uses a communication primitive that its grain enables.
     *
     * @param task the task
     * @param primitive which
     * @return what it means
     */
    Interpretation primitiveUsed(int task, Primitive primitive);

    /**
     * Spoke: the evaluator returned; the task is final.
     *
     * @param task the task
     * @return what it means
     */
    Interpretation returned(int task);

    /**
     * Spoke: a throwable left the code, while preloading or evaluating; the task is final.
     *
     * @param task the task
     * @param verdict {@link Verdict#LOAD_UNCAUGHT} or {@link Verdict#EVAL_UNCAUGHT}
     * @return what it means
     */
    Interpretation uncaught(int task, Verdict verdict);

    /**
     * Spoke: a premature or self-induced termination; the task is final.
     *
     * @param task the task
     * @param verdict a Fatal, Kill or Timeout
     * @return what it means
     */
    Interpretation terminated(int task, Verdict verdict);

    /**
     * Hub: a callback returned, of a status or of what a task asked or told.
     *
     * @return what it means
     */
    Interpretation callbackReturned();

    /**
     * Hub: a callback says that no further task is to start.
     *
     * @return what it means
     */
    Interpretation stopped();

    /**
     * Hub: a callback threw.
     *
     * @return what it means
     */
    Interpretation callbackThrew();

    /**
     * Hub: the execution deadline has passed.
     *
     * @return what it means
     */
    Interpretation executionExpired();

    /**
     * Hub: the next pending task is given up; called until there is none.
     *
     * @return the task, now final as dropped, or {@link #NONE}
     */
    int drop();

    /**
     * Hub: the next task that can never start, since what it needs did not return; called after
     * {@link Interpretation#DROP_DOOMED}, until there is none.
     *
     * @return the task, now final as dropped, or {@link #NONE}
     */
    int takeDoomed();

    /**
     * Hub: every task is final, nothing is pending, and the Hub goes offline.
     *
     * @return what it means
     */
    Interpretation offline();

    /**
     * Whether every task is final.
     *
     * @return true also if there never was one
     */
    boolean concluded();
}
