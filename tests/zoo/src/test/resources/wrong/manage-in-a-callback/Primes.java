import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.CloudOptions;
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

@TaskManager(typedef = "Primes.spmtype")
class Primes {

    private final VirtualCloud cloud;
    private final PrimesManager manager;
    private final List<Long> counts = new ArrayList<>();

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        this.cloud = cloud;
        manager = PrimesManager.define(cloud, this::taskStat);
    }

    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            Primes primes = new Primes(cloud);
            primes.push(0, 50);
            primes.push(50, 100);
            primes.run();
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

    private void run() throws Exception {
        manager.manage( // wrong here
                cloud.intraAll(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(5),
                Timeout.afterSeconds(60));
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<PrimesTask, Long> status) throws Exception {
        counts.add(status.returnValue());
        run();
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task) {
        long count = 0;
        for (long n = task.first(); n < task.last(); n++) {
            if (isPrime(n)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isPrime(long n) {
        for (long divisor = 2; divisor * divisor <= n; divisor++) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return n > 1;
    }
}
