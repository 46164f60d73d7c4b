import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Darts.spmtype", pattern = Pattern.TEMPLATE, policy = Policy.RACE, grain = Grain.LIMITED)
class Darts {

    static final RequestReply<String, Integer> METHOD = RequestReply.of("method", Codecs.STRING, Codecs.INT);

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            DartsManager manager = DartsManager.define(cloud, status -> {
                if (status.verdict() == Verdict.RETURNED) {
                    System.out.println(status.returnValue());
                }
            });
            manager.onAsk(METHOD, (from, what) -> 7);
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
        }
    }

    @Spoke
    @Online
    static int taskEval(DartsTask task, HubLink hub) {
        return task.darts() + hub.ask(METHOD, "any");
    }
}
