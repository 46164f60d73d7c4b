package org.spmjava.core.manager;

import static org.spmjava.core.manager.Watch.NO_TASK;

import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.Primitive;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.Work;

/** A manager and somebody who watches it: interprets nothing by itself. */
public final class WatchedManager implements Manager {

    private final Manager manager;
    private final int command;
    private final Watch watch;

    /**
     * Makes a manager watched.
     *
     * @param manager who interprets
     * @param command the command's number
     * @param watch told of each event, after it was interpreted
     */
    public WatchedManager(Manager manager, int command, Watch watch) {
        this.manager = manager;
        this.command = command;
        this.watch = watch;
    }

    private Interpretation tell(ManagerEvent event, int task, Interpretation interpretation) {
        watch.recognised(command, event, task, interpretation);
        return interpretation;
    }

    private Interpretation tell(ManagerEvent event, Interpretation interpretation) {
        return tell(event, NO_TASK, interpretation);
    }

    private int tellOf(ManagerEvent event, int task) {
        if (task != NONE) {
            tell(event, task, Interpretation.CONTINUE);
        }
        return task;
    }

    @Override
    public int taskCount() {
        return manager.taskCount();
    }

    @Override
    public Acquisition acquisition() {
        return manager.acquisition();
    }

    @Override
    public boolean isUnit() {
        return manager.isUnit();
    }

    @Override
    public Interpretation invoked() {
        return tell(ManagerEvent.INVOKED, manager.invoked());
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        return tell(ManagerEvent.SPOKE_ACQUIRED, manager.spokeAcquired(spoke));
    }

    @Override
    public Interpretation unitFormed(int size) {
        return tell(ManagerEvent.UNIT_FORMED, manager.unitFormed(size));
    }

    @Override
    public Interpretation spokeLost(int spoke) {
        return tell(ManagerEvent.SPOKE_LOST, manager.spokeLost(spoke));
    }

    @Override
    public Interpretation spokesMissing() {
        return tell(ManagerEvent.SPOKES_MISSING, manager.spokesMissing());
    }

    @Override
    public int next(int spoke) {
        return tellOf(ManagerEvent.SCHEDULED, manager.next(spoke));
    }

    @Override
    public int pending() {
        return manager.pending();
    }

    @Override
    public Waiting waiting(int task) {
        return manager.waiting(task);
    }

    @Override
    public Work work(int task) {
        return manager.work(task);
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        return tell(ManagerEvent.UNSTARTED, task, manager.unstarted(task, spoke));
    }

    @Override
    public Interpretation preloading(int task) {
        return tell(ManagerEvent.PRELOADING, task, manager.preloading(task));
    }

    @Override
    public Interpretation online(int task) {
        return tell(ManagerEvent.ONLINE, task, manager.online(task));
    }

    @Override
    public Interpretation primitiveUsed(int task, Primitive primitive) {
        return tell(ManagerEvent.PRIMITIVE_USED, task, manager.primitiveUsed(task, primitive));
    }

    @Override
    public Interpretation returned(int task) {
        return tell(ManagerEvent.RETURNED, task, manager.returned(task));
    }

    @Override
    public Interpretation uncaught(int task, Verdict verdict) {
        ManagerEvent event =
                verdict == Verdict.LOAD_UNCAUGHT ? ManagerEvent.PRELOADING_THREW : ManagerEvent.EVALUATION_THREW;
        return tell(event, task, manager.uncaught(task, verdict));
    }

    @Override
    public Interpretation terminated(int task, Verdict verdict) {
        boolean timedOut = verdict == Verdict.LOAD_TIMEOUT || verdict == Verdict.EVAL_TIMEOUT;
        ManagerEvent event = timedOut ? ManagerEvent.TIMED_OUT : ManagerEvent.TERMINATED;
        return tell(event, task, manager.terminated(task, verdict));
    }

    @Override
    public Interpretation callbackReturned() {
        return tell(ManagerEvent.CALLBACK_RETURNED, manager.callbackReturned());
    }

    @Override
    public Interpretation stopped() {
        return tell(ManagerEvent.STOPPED, manager.stopped());
    }

    @Override
    public Interpretation callbackThrew() {
        return tell(ManagerEvent.CALLBACK_THREW, manager.callbackThrew());
    }

    @Override
    public Interpretation executionExpired() {
        return tell(ManagerEvent.EXECUTION_EXPIRED, manager.executionExpired());
    }

    @Override
    public int drop() {
        return tellOf(ManagerEvent.DROPPED, manager.drop());
    }

    @Override
    public int takeDoomed() {
        return tellOf(ManagerEvent.DROPPED, manager.takeDoomed());
    }

    @Override
    public Interpretation offline() {
        return tell(ManagerEvent.OFFLINE, manager.offline());
    }

    @Override
    public boolean concluded() {
        return manager.concluded();
    }
}
