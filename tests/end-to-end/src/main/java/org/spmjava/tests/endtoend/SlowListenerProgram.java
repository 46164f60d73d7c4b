package org.spmjava.tests.endtoend;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;

/** A Hub in a process of its own, whose handler is slower than the tasks that tell it something. */
final class SlowListenerProgram {

    private static final long HANDLING_NS = 3_000_000;

    private SlowListenerProgram() {}

    /** Says how the tasks ended, and how many megabytes were heard. */
    public static void main(String[] args) throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            AtomicLong heard = new AtomicLong();
            TogetherManager manager = TogetherManager.define(cloud, status -> {});
            manager.onTell(Together.NEWS, (from, message) -> {
                LockSupport.parkNanos(HANDLING_NS);
                heard.addAndGet(message.length());
            });
            manager.task()
                    .label("tell much")
                    .module(TogetherTask.Module.TOGETHER)
                    .timeout(Timeout.afterSeconds(60))
                    .what(Together.TELL_MUCH)
                    .push();
            Conclusion conclusion = manager.manage(
                    cloud.intraAll(), SpokeCount.of(2), SpokeCount.DEFAULT, Clouds.WAIT, Clouds.EXECUTION);
            System.out.println(conclusion.counts() + " " + conclusion.residue() + " " + (heard.get() >> 20) + " MiB");
        }
    }
}
