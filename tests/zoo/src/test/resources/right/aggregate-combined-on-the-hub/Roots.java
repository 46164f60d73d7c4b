import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Roots.spmtype", pattern = Pattern.AGGREGATE)
class Roots {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            RootsManager manager = RootsManager.define(cloud, status -> {});
            for (long n = 1; n <= 9; n++) {
                manager.task()
                        .label("number " + n)
                        .module(RootsTask.Module.ROOTS)
                        .timeout(Timeout.afterSeconds(10))
                        .n(n)
                        .push();
            }
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println(manager.aggregate().orElse(0L));
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

    @Hub
    @Online
    static long taskReduce(long left, long right) {
        return left + right;
    }
}
