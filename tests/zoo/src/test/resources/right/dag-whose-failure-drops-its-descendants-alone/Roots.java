import java.util.Map;
import java.util.TreeMap;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Roots.spmtype", pattern = Pattern.DAG)
class Roots {

    public static void main(String[] args) throws Exception {
        Map<String, Verdict> verdicts = new TreeMap<>();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            RootsManager manager = RootsManager.define(cloud, status -> verdicts.put(status.label(), status.verdict()));
            TaskRef wrong = manager.task()
                    .label("wrong")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(-1)
                    .push();
            TaskRef right = manager.task()
                    .label("right")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(4)
                    .push();
            manager.task()
                    .label("after the wrong one")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(9)
                    .after(wrong)
                    .push();
            manager.task()
                    .label("after the right one")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(16)
                    .after(right)
                    .push();
            manager.task()
                    .label("after both")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(25)
                    .after(wrong, right)
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println(verdicts);
        }
    }

    @Spoke
    @Online
    static long taskEval(RootsTask task) {
        if (task.n() < 0) {
            throw new ArithmeticException("no root of " + task.n());
        }
        return Math.round(Math.sqrt(task.n()));
    }
}
