import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.HubLink;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Darts.spmtype", pattern = Pattern.TEMPLATE, policy = Policy.REPEAT, grain = Grain.LIMITED)
class Darts {

    static final Channel<Integer> THROWN = Channel.of("thrown", Codecs.INT);

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            DartsManager manager = DartsManager.define(cloud, status -> {});
            List<Integer> thrown = new ArrayList<>();
            manager.onTell(THROWN, (from, darts) -> {
                thrown.add(darts);
                if (thrown.size() == 3) {
                    manager.stop();
                }
            });
            manager.task()
                    .label("darts")
                    .module(DartsTask.Module.DARTS)
                    .timeout(Timeout.afterSeconds(10))
                    .push(1_000);
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(1),
                    SpokeCount.of(1),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println("enough: " + (thrown.size() >= 3));
        }
    }

    @Spoke
    @Online
    static int taskEval(DartsTask task, HubLink hub) {
        hub.tell(THROWN, task.darts());
        return task.darts() / 2;
    }
}
