package org.spmjava.tests.endtoend;

import java.util.concurrent.CountDownLatch;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;

/**
 * A Hub in a process of its own, for many small tasks whose results all come before the first callback has returned.
 */
final class ManyTasksProgram {

    private static final Timeout FOR_ONE = Timeout.afterSeconds(20);

    private ManyTasksProgram() {}

    /** Says how the tasks of one list ended; their number is the first argument. */
    public static void main(String[] args) throws Exception {
        int tasks = Integer.parseInt(args[0]);
        CountDownLatch evaluated = new CountDownLatch(1);
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            cloud.observe(new SessionObserver() {
                @Override
                public void onPhase(int command, Phase phase) {
                    if (phase == Phase.TASKS_EVAL_DONE) {
                        evaluated.countDown();
                    }
                }
            });
            DeedsManager manager = DeedsManager.define(cloud, status -> evaluated.await());
            for (int task = 0; task < tasks; task++) {
                manager.task()
                        .label("task " + task)
                        .module(DeedsTask.Module.DEEDS)
                        .timeout(FOR_ONE)
                        .deed(Deeds.FINE)
                        .push();
            }
            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());
            System.out.println(conclusion.counts() + " " + conclusion.residue());
        }
    }
}
