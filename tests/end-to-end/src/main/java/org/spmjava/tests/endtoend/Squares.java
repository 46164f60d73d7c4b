package org.spmjava.tests.endtoend;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** Adds up squares. What a lost Spoke has left is done again. */
// tag::squares[]
@TaskManager(typedef = "Squares.spmtype")
final class Squares {

    private final SquaresManager manager;
    private final Set<Integer> left = new TreeSet<>();
    private long sum;

    @Offline
    @Hub
    Squares(VirtualCloud cloud) {
        manager = SquaresManager.define(cloud, this::taskStat);
    }

    @Offline
    @Hub
    long sumUpTo(int last, Pool pool) throws Exception {
        left.addAll(IntStream.rangeClosed(1, last).boxed().collect(Collectors.toSet()));
        while (!left.isEmpty()) {
            left.forEach(number -> manager.task()
                    .label("the square of " + number)
                    .module(SquaresTask.Module.SQUARES)
                    .timeout(Timeout.afterSeconds(5))
                    .number(number)
                    .push());
            manager.manage(
                    pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(10), Timeout.afterSeconds(60));
        }
        return sum;
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<SquaresTask, Long> status) {
        if (status.verdict().returned()) {
            left.remove(status.task().number());
            sum += status.returnValue();
        }
    }

    @Online
    @Spoke
    static long taskEval(SquaresTask task) {
        return (long) task.number() * task.number();
    }
}
// end::squares[]
