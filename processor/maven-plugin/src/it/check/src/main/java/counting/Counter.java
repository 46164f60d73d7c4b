package counting;

import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

@TaskManager(typedef = "Counter.spmtype")
public final class Counter {
    private Counter() {}

    @Spoke
    @Online
    public static long taskEval(CounterTask task) {
        return Steps.count(task.number());
    }
}
