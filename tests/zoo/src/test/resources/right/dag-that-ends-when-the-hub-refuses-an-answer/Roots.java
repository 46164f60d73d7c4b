import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Roots.spmtype", pattern = Pattern.DAG, policy = Policy.FAIL_FAST, grain = Grain.LIMITED)
class Roots {

    static final RequestReply<Long, Long> ROOT = RequestReply.of("root", Codecs.LONG, Codecs.LONG);

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            RootsManager manager = RootsManager.define(
                    cloud, status -> System.out.println(status.label() + ": " + status.verdict()));
            manager.onAsk(ROOT, (from, n) -> n < 0 ? -1 : Math.round(Math.sqrt(n)));
            TaskRef begun = manager.task()
                    .label("begun")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(4)
                    .push();
            manager.task()
                    .label("next")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(-1)
                    .after(begun)
                    .push();
            manager.task()
                    .label("last")
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
    static long taskEval(RootsTask task, HubLink hub) {
        long root = hub.ask(ROOT, task.n());
        if (root < 0) {
            throw new ArithmeticException("the Hub knows no root of " + task.n());
        }
        return root;
    }
}
