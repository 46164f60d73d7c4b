import java.util.Optional;
import java.util.stream.LongStream;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Primes.spmtype", pattern = Pattern.AGGREGATE)
class Primes {

    public static void main(String[] args) throws Exception {
        Optional<Long> total;
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            PrimesManager manager = PrimesManager.define(cloud, status -> {});
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
            total = manager.aggregate();
        }
        System.out.println(total);
    }

    @Spoke
    @Online
    static long taskEval(PrimesTask task) {
        return LongStream.range(task.first(), task.last()).filter(Primes::isPrime).count();
    }

    @Hub
    @Online
    long taskReduce(long left, long right) { // wrong here
        return left + right;
    }

    private static boolean isPrime(long n) {
        return n > 1 && LongStream.range(2, n).noneMatch(divisor -> n % divisor == 0);
    }
}
