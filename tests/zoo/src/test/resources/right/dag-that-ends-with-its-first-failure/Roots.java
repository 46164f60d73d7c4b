import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Roots.spmtype", pattern = Pattern.DAG, policy = Policy.FAIL_FAST)
class Roots {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            RootsManager manager = RootsManager.define(
                    cloud, status -> System.out.println(status.label() + ": " + status.verdict()));
            TaskRef begun = null;
            for (long n = 2; n >= -1; n--) {
                RootsTask.PushStage task = manager.task()
                        .label("number " + n)
                        .module(RootsTask.Module.ROOTS)
                        .timeout(Timeout.afterSeconds(10))
                        .n(n);
                begun = begun == null ? task.push() : task.after(begun).push();
            }
            manager.task()
                    .label("number 9")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(9)
                    .after(begun)
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(1),
                    SpokeCount.of(1),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
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
