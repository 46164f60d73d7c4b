package org.spmjava.benchmarks.speed.noop;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** Lists of tasks that do nothing. */
@TaskManager(typedef = "NoOp.spmtype")
final class NoOp {

    private static final Timeout FOR_ONE = Timeout.afterSeconds(60);
    private static final Timeout FOR_ALL = Timeout.afterSeconds(300);

    private final NoOpManager manager;
    private int returned;

    @Offline
    @Hub
    NoOp(VirtualCloud cloud) {
        manager = NoOpManager.define(cloud, this::taskStat);
    }

    @Offline
    @Hub
    void push(int tasks) {
        for (int task = 0; task < tasks; task++) {
            manager.task()
                    .label("no-op")
                    .module(NoOpTask.Module.NO_OP)
                    .timeout(FOR_ONE)
                    .push();
        }
    }

    /**
     * Manages what was pushed.
     *
     * @throws IllegalStateException unless every task returned, once
     */
    @Offline
    @Hub
    void manage(Pool pool, SpokeCount atLeast, int pushed) throws Exception {
        returned = 0;
        Conclusion conclusion = manager.manage(pool, atLeast, SpokeCount.DEFAULT, FOR_ALL, FOR_ALL);
        if (!conclusion.concludedWell() || conclusion.tasks().size() != pushed || returned != pushed) {
            throw new IllegalStateException("of " + pushed + " tasks, " + returned + " returned: " + conclusion.counts()
                    + ", residue " + conclusion.residue());
        }
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<NoOpTask, Void> status) {
        if (status.verdict().returned()) {
            returned++;
        }
    }

    @Online
    @Spoke
    static void taskEval(NoOpTask task) {
        // Nothing: that is what is measured.
    }
}
