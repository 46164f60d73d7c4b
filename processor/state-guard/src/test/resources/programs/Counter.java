package demo;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

/** Calls by reflection, where no static check can follow, what may not be called there. */
@TaskManager(typedef = "Tasks.spmtype")
public final class Counter implements Callable<List<String>> {

    private final List<String> said = new ArrayList<>();

    @Offline
    @Hub
    void declare(VirtualCloud cloud) throws Exception {
        CounterManager manager = CounterManager.define(cloud, this::taskStat);
        for (long n = 0; n < 3; n++) {
            manager.task()
                    .label("task " + n)
                    .module(CounterTask.Module.COUNTER)
                    .timeout(Timeout.afterSeconds(10))
                    .n(n)
                    .push();
        }
        Timeout limit = Timeout.afterSeconds(20);
        manager.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, limit, limit);
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<CounterTask, Long> status) {
        said.add(status.exception().map(Throwable::getMessage).orElse("returned"));
        said.add(attempt("collect"));
    }

    @Online
    @Spoke
    static long taskEval(CounterTask task) throws Exception {
        if (task.n() == 1) {
            reflectively("collect");
        } else if (task.n() == 2) {
            reflectively("helper");
        }
        return task.n();
    }

    @Hub
    @Offline
    static void collect() {}

    @Spoke
    static void helper() {}

    private static String attempt(String method) {
        try {
            reflectively(method);
            return method + " ran";
        } catch (Exception thrown) {
            return thrown.getMessage();
        }
    }

    private static void reflectively(String method) throws Exception {
        try {
            Counter.class.getDeclaredMethod(method).invoke(null);
        } catch (InvocationTargetException thrown) {
            throw (Exception) thrown.getCause();
        }
    }

    @Override
    public List<String> call() throws Exception {
        said.add(attempt("helper"));
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            said.add(attempt("helper"));
            said.add(attempt("collect"));
            declare(cloud);
        }
        return said;
    }
}
