package painting;

import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

@TaskManager(typedef = "Again.spmtype")
public final class Again {
    private Again() {}

    @Spoke
    @Online
    public static boolean taskEval(AgainTask task) {
        return task.color() == AgainTask.Color.GREEN && task.brush() == AgainTask.Brush.FINE;
    }
}
