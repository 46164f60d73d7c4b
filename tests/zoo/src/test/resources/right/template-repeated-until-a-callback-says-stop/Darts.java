import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Darts.spmtype", pattern = Pattern.TEMPLATE, policy = Policy.REPEAT)
class Darts {

    private DartsManager managed;
    private int hits;

    public static void main(String[] args) throws Exception {
        Darts darts = new Darts();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            DartsManager manager = DartsManager.define(cloud, darts::count);
            darts.managed = manager;
            manager.task()
                    .label("darts")
                    .module(DartsTask.Module.DARTS)
                    .timeout(Timeout.afterSeconds(10))
                    .push(1_000_000);
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(1),
                    SpokeCount.of(1),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println("enough: " + (darts.hits >= 150));
        }
    }

    @Spoke
    @Online
    static int taskEval(DartsTask task) {
        return task.darts() / 2;
    }

    @Hub
    @Online
    private void count(TaskStatus<DartsTask, Integer> status) {
        if (status.verdict() == Verdict.RETURNED) {
            hits += status.returnValue();
        }
        if (hits >= 150) {
            managed.stop();
        }
    }
}
