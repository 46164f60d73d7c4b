package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.coprocess.Shell;

@TaskManager(typedef = "Shell.spmtype")
class Primes {
    private static long seconds = 0;

    @Offline
    @Hub
    void main(VirtualCloud cloud, long limit) throws Exception {
        PrimesManager manager = PrimesManager.define(cloud, status -> {});
        long half = limit > 10 ? limit / 2 : 0;
        seconds = limit;
        manager.task()
                .label("make")
                .api(Shell.POLICY_A)
                .apiArgs(new Shell.Args("make", Timeout.afterSeconds(seconds)))
                .timeout(Timeout.afterSeconds(Math.max(1, half)))
                .push();
        manager.manage(
                cloud.inter(),
                SpokeCount.DEFAULT,
                SpokeCount.DEFAULT,
                Timeout.afterSeconds(1),
                Timeout.afterMillis(limit > 0 ? limit : 1));
    }
}
