package counting;

import java.lang.reflect.InvocationTargetException;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Counter.spmtype")
public final class Counter {
    private Counter() {}

    @Hub
    @Offline
    static void collect() {
        System.out.println("collected again");
    }

    @Spoke
    @Online
    static long taskEval(CounterTask task) throws Exception {
        try {
            // As a library would, where no check of the sources or the classes can follow.
            Counter.class.getDeclaredMethod("collect").invoke(null);
        } catch (InvocationTargetException thrown) {
            throw (Exception) thrown.getCause();
        }
        return task.number();
    }

    public static void main(String[] args) throws Exception {
        Timeout limit = Timeout.afterSeconds(20);
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(1))) {
            collect();
            CounterManager manager = CounterManager.define(
                    cloud, status -> System.out.println(status.exception().orElseThrow().getMessage()));
            manager.task()
                    .label("counts")
                    .module(CounterTask.Module.COUNTER)
                    .timeout(limit)
                    .number(1)
                    .push();
            manager.manage(cloud.intraAll(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, limit, limit);
        }
    }
}
