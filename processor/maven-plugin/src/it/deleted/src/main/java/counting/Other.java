package counting;

import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

@TaskManager(typedef = "Other.spmtype")
public final class Other {
    private Other() {}

    @Spoke
    @Online
    public static long taskEval(OtherTask task) {
        return task.number();
    }
}
