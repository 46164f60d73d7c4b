import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Grain;
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

@TaskManager(typedef = "Primes.spmtype", grain = Grain.LIMITED)
class Primes {

    static final RequestReply<Long, Long> LIMIT = RequestReply.of("limit", Codecs.LONG, Codecs.LONG);

    public static void main(String[] args) throws Exception {
        List<Long> counts = new ArrayList<>();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            PrimesManager manager = PrimesManager.define(cloud, status -> counts.add(status.returnValue())); // wrong here
            for (long first = 0; first < 100; first += 25) {
                manager.task()
                        .label("from " + first)
                        .module(PrimesTask.Module.PRIMES)
                        .timeout(Timeout.afterSeconds(10))
                        .first(first)
                        .last(first + 25)
                        .push();
            }
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
        }
        System.out.println(counts);
    }

    @Spoke
    @Online
    static long taskEval(PrimesTask task, HubLink hub) {
        return Math.min(LongStream.range(task.first(), task.last()).filter(Primes::isPrime).count(), hub.ask(LIMIT, task.first()));
    }

    private static boolean isPrime(long n) {
        return n > 1 && LongStream.range(2, n).noneMatch(divisor -> n % divisor == 0);
    }
}
