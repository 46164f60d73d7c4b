import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Darts.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.LIMITED)
class Darts {

    static final RequestReply<String, Integer> NUMBER = RequestReply.of("number", Codecs.STRING, Codecs.INT);

    public static void main(String[] args) throws Exception {
        Set<Integer> products = new TreeSet<>();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            DartsManager manager = DartsManager.define(cloud, status -> products.add(status.returnValue()));
            List<Integer> drawn = new ArrayList<>();
            manager.onAsk(NUMBER, (from, whose) -> {
                drawn.add(drawn.size() + 1);
                return drawn.size();
            });
            manager.task()
                    .label("darts")
                    .module(DartsTask.Module.DARTS)
                    .timeout(Timeout.afterSeconds(10))
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println(products);
        }
    }

    @Spoke
    @Online
    static int taskEval(DartsTask task, HubLink hub) {
        return task.darts() * hub.ask(NUMBER, "mine");
    }
}
