import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
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

@TaskManager(typedef = "Roots.spmtype", pattern = Pattern.DAG, grain = Grain.LIMITED)
class Roots {

    static final RequestReply<String, Long> SO_FAR = RequestReply.of("so far", Codecs.STRING, Codecs.LONG);

    public static void main(String[] args) throws Exception {
        List<Long> sums = new ArrayList<>();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            RootsManager manager = RootsManager.define(cloud, status -> {
                sums.add(status.returnValue());
                System.out.println(status.label() + ": " + status.returnValue());
            });
            manager.onAsk(
                    SO_FAR,
                    (from, what) -> sums.stream().mapToLong(Long::longValue).sum());
            TaskRef before = manager.task()
                    .label("first")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(3)
                    .push();
            manager.task()
                    .label("second")
                    .module(RootsTask.Module.ROOTS)
                    .timeout(Timeout.afterSeconds(10))
                    .n(4)
                    .after(before)
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
    static long taskEval(RootsTask task, HubLink hub) {
        return task.n() + hub.ask(SO_FAR, "sum");
    }
}
