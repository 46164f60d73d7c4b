import java.util.Random;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Darts.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
class Darts {

    static final Channel<Integer> HITS = Channel.of("hits", Codecs.INT);

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            DartsManager manager =
                    DartsManager.define(cloud, status -> System.out.println("hits: " + status.returnValue())); // wrong here
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
    static int taskEval(DartsTask task, Communicator all) {
        int other = 1 - all.rank();
        int received = all.receive(other, HITS);
        all.send(other, HITS, hits(task.darts()));
        return received;
    }

    private static int hits(int darts) {
        Random random = new Random(42);
        int hits = 0;
        for (int dart = 0; dart < darts; dart++) {
            if (Math.hypot(random.nextDouble(), random.nextDouble()) < 1) {
                hits++;
            }
        }
        return hits;
    }
}
