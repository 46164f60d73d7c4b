package org.spmjava.examples.firstsession;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
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

/** The source's shell template: one program, run once by every Spoke of the pool. */
@TaskManager(typedef = "Shell.spmtype", pattern = Pattern.TEMPLATE, signature = "signature::mainHub")
public final class ShellTemplate {

    private final ShellTemplateManager manager;
    private final List<String> outputs = new ArrayList<>();

    /** Declares and defines the closure. */
    @Offline
    @Hub
    ShellTemplate(VirtualCloud cloud) {
        manager = ShellTemplateManager.define(cloud, this::taskStat);
    }

    /** Stage 0: populates the manager with its one payload and invokes it. */
    @Offline
    @Hub
    Conclusion main(Pool pool, Timeout waitForSpokes) throws Exception {
        outputs.clear();
        manager.task()
                .label("shell everywhere")
                .api(Shell.POLICY_C)
                .apiArgs(new Shell.Args(ShellList.COMMAND, Timeout.afterSeconds(2)))
                .timeout(Timeout.afterSeconds(10))
                .push();
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, waitForSpokes, Timeout.afterSeconds(300));
    }

    /** Stage 1: the final status of each Spoke's evaluation. */
    @Online
    @Hub
    private void taskStat(TaskStatus<ShellTemplateTask, SpmRecord> status) {
        outputs.add(Shell.POLICY_C.result(status.returnValue()).stdOutErr().strip());
    }

    /** What the programs of the last run printed, in the order of their ends. */
    List<String> outputs() {
        return Collections.unmodifiableList(outputs);
    }
}
