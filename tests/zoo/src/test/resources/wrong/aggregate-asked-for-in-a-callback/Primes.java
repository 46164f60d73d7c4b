import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Primes.spmtype", pattern = Pattern.AGGREGATE)
class Primes {

    private final PrimesManager manager;
    private final List<Long> counts = new ArrayList<>();

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            Primes primes = new Primes(cloud);
            primes.push(0, 50);
            primes.push(50, 100);
            primes.run(cloud);
            System.out.println(primes.counts);
        }
    }

    private void push(long first, long last) {
        manager.task()
                .label("from " + first)
                .module(PrimesTask.Module.PRIMES)
                .timeout(Timeout.afterSeconds(10))
                .first(first)
                .last(last)
                .push();
    }

    private void run(VirtualCloud cloud) throws Exception {
        manager.manage(
                cloud.intraAll(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(5),
                Timeout.afterSeconds(60));
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) {
        manager.aggregate().ifPresent(counts::add); // wrong here
    }

    @Spoke
    @Online
    static long taskEval(PrimesTask task) {
        return LongStream.range(task.first(), task.last()).filter(Primes::isPrime).count();
    }

    @Hub
    @Online
    static long taskReduce(long left, long right) {
        return left + right;
    }

    private static boolean isPrime(long n) {
        return n > 1 && LongStream.range(2, n).noneMatch(divisor -> n % divisor == 0);
    }
}
