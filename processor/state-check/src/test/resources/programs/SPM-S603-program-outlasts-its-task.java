package demo;

import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.coprocess.Shell;

@TaskManager(typedef = "Shell.spmtype")
class Primes {
    @Offline
    @Hub
    void main(VirtualCloud cloud) {
        PrimesManager manager = PrimesManager.define(cloud, status -> {});
        Shell.Args make = new Shell.Args("make", new Timeout(90_000_000_000L));
        manager.task()
                .label("make")
                .api(Shell.POLICY_A)
                .apiArgs(make)
                .timeout(Timeout.afterSeconds(60))
                .push();
    }
}
