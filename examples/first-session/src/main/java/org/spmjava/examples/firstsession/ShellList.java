package org.spmjava.examples.firstsession;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/** The source's shell list: stand-alone programs, one a task, on whatever Spokes the pool has. */
// tag::shell-list[]
@TaskManager(typedef = "Shell.spmtype", signature = "signature::mainHub")
public final class ShellList {

    /** What every program of this example runs. */
    static final String COMMAND = "echo `hostname` -@- `uptime`";

    private final ShellListManager manager;
    private final List<String> outputs = new ArrayList<>();

    /** Declares and defines the closure. */
    @Offline
    @Hub
    ShellList(VirtualCloud cloud) {
        manager = ShellListManager.define(cloud, this::taskStat);
    }

    /** Stage 0: populates the manager with two tasks and invokes it. */
    @Offline
    @Hub
    Conclusion main(Pool pool, Timeout waitForSpokes) throws Exception {
        outputs.clear();
        for (String label : List.of("shell 0", "shell 1")) {
            manager.task()
                    .label(label)
                    .api(Shell.POLICY_C)
                    .apiArgs(new Shell.Args(COMMAND, Timeout.afterSeconds(2))) // the program, within 2 s
                    .timeout(Timeout.afterSeconds(10)) // the task, within 10 s
                    .push();
        }
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, waitForSpokes, Timeout.afterSeconds(300));
    }

    /** Stage 1: the final status of each task. */
    @Online
    @Hub
    private void taskStat(TaskStatus<ShellListTask, SpmRecord> status) {
        outputs.add(Shell.POLICY_C.result(status.returnValue()).stdOutErr().strip());
    }

    /** What the programs of the last run printed, in the order of their ends. */
    List<String> outputs() {
        return Collections.unmodifiableList(outputs);
    }
}
// end::shell-list[]
