import java.util.Optional;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Primes.spmtype", pattern = Pattern.AGGREGATE, modules = Sieve.class)
class Primes {

    public static void main(String[] args) throws Exception {
        Optional<Long> total;
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            PrimesManager manager = PrimesManager.define(cloud, status -> {});
            for (long first = 0; first < 100; first += 25) {
                manager.task()
                        .label("from " + first)
                        .module(PrimesTask.Module.SIEVE)
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
}
