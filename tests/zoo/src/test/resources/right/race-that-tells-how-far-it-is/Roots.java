import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
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

@TaskManager(typedef = "Roots.spmtype", policy = Policy.RACE, grain = Grain.LIMITED)
class Roots {

    static final Channel<Long> BEGUN = Channel.of("begun", Codecs.LONG);

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            RootsManager manager = RootsManager.define(
                    cloud, status -> System.out.println(status.label() + ": " + status.verdict()));
            manager.onTell(BEGUN, (from, n) -> System.out.println(from.label() + " has begun with " + n));
            for (long n = 1; n <= 3; n++) {
                manager.task()
                        .label("number " + n)
                        .module(RootsTask.Module.ROOTS)
                        .timeout(Timeout.afterSeconds(10))
                        .n(n)
                        .push();
            }
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
        hub.tell(BEGUN, task.n());
        return task.n();
    }
}
