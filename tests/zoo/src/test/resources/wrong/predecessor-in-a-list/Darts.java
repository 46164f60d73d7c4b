import java.util.Random;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Darts.spmtype")
class Darts {

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            DartsManager manager =
                    DartsManager.define(cloud, status -> System.out.println("hits: " + status.returnValue()));
            for (int player = 1; player <= 2; player++) {
                throwDarts(manager, player);
            }
            manager.task()
                    .label("at last")
                    .module(DartsTask.Module.DARTS)
                    .timeout(Timeout.afterSeconds(30))
                    .seed(42)
                    .after() // wrong here
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
        }
    }

    private static void throwDarts(DartsManager manager, int player) {
        manager.task()
                .label("player " + player)
                .module(DartsTask.Module.DARTS)
                .timeout(Timeout.afterSeconds(30))
                .seed(player)
                .push();
    }

    @Spoke
    @Online
    static int taskEval(DartsTask task) {
        Random random = new Random(task.seed());
        int hits = 0;
        for (int dart = 0; dart < task.darts(); dart++) {
            if (Math.hypot(random.nextDouble(), random.nextDouble()) < 1) {
                hits++;
            }
        }
        return hits;
    }
}
