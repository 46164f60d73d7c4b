package demo;

import java.util.concurrent.Callable;
import org.spmjava.aeron.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;

class Job implements Callable<Integer> {
    private VirtualCloud cloud;

    public static void main(String[] arguments) throws Exception {
        new Job().call();
    }

    @Override
    public Integer call() throws Exception {
        try (VirtualCloud created = AeronVirtualCloud.createAsync(CloudOptions.defaults())) {
            cloud = created;
            cloud.observe(new SessionObserver() {
                @Override
                public void onProgress(int command, int concluded, int total) {
                    System.err.println(cloud.inter().size() + concluded);
                }
            });
        }
        return 0;
    }

    @Online
    @Spoke
    static long taskEval(long n) {
        return n;
    }
}
