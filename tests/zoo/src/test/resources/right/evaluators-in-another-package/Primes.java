package app;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.core.SerialVirtualCloud;
import work.Sieve;
import work.Trial;

@TaskManager(typedef = "app/Primes.spmtype", modules = {Sieve.class, Trial.class})
public final class Primes {

    public static void main(String[] args) throws Exception {
        List<Long> counts = new ArrayList<>();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            PrimesManager manager = PrimesManager.define(cloud, status -> counts.add(status.returnValue()));
            for (long first = 0; first < 100; first += 25) {
                manager.task()
                        .label("from " + first)
                        .module(first < 50 ? PrimesTask.Module.SIEVE : PrimesTask.Module.TRIAL)
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
}
