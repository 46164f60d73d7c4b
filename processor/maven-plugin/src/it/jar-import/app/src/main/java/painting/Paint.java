package painting;

import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

@TaskManager(typedef = "Paint.spmtype")
public final class Paint {
    private Paint() {}

    @Spoke
    @Online
    public static boolean taskEval(PaintTask task) {
        return task.color() == PaintTask.Color.GREEN;
    }
}
