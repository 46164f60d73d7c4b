package org.spmjava.benchmarks.speed.shell;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.coprocess.Shell;
import org.spmjava.api.value.SpmRecord;

/** Lists of commands for the shell. */
@TaskManager(typedef = "Shell.spmtype")
final class ShellTasks {

    private static final Timeout FOR_ONE = Timeout.afterSeconds(30);
    private static final Timeout FOR_ALL = Timeout.afterSeconds(120);

    private final ShellTasksManager manager;
    private int succeeded;

    @Offline
    @Hub
    ShellTasks(VirtualCloud cloud) {
        manager = ShellTasksManager.define(cloud, this::taskStat);
    }

    /**
     * Runs a command that often.
     *
     * @throws IllegalStateException unless every one succeeded
     */
    @Offline
    @Hub
    void run(Pool pool, SpokeCount atLeast, String command, int times) throws Exception {
        succeeded = 0;
        for (int task = 0; task < times; task++) {
            manager.task()
                    .label("shell")
                    .api(Shell.POLICY_A)
                    .apiArgs(new Shell.Args(command, FOR_ONE))
                    .timeout(FOR_ONE)
                    .push();
        }
        Conclusion conclusion = manager.manage(pool, atLeast, SpokeCount.DEFAULT, FOR_ALL, FOR_ALL);
        if (!conclusion.concludedWell() || succeeded != times) {
            throw new IllegalStateException(
                    "of " + times + " commands, " + succeeded + " succeeded: " + conclusion.counts());
        }
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<ShellTasksTask, SpmRecord> status) {
        if (status.verdict().returned()
                && Shell.POLICY_A.result(status.returnValue()).exitCode() == 0) {
            succeeded++;
        }
    }
}
