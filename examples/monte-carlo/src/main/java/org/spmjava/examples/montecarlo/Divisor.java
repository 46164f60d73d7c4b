package org.spmjava.examples.montecarlo;

import java.util.OptionalLong;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Policy;
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

/** A divisor of a number, searched in several ways at once: the first to find one ends the others. */
@TaskManager(typedef = "Divisor.spmtype", policy = Policy.RACE)
public final class Divisor {

    private final DivisorManager manager;
    private OptionalLong found = OptionalLong.empty();
    private String winner = "nobody";

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Divisor(VirtualCloud cloud) {
        manager = DivisorManager.define(cloud, this::taskStat);
    }

    // tag::race[]
    /**
     * Stage 0: a task for each way; those that lose are ended by force, or dropped if they have not started.
     *
     * @param number an odd number that is not prime
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if the session failed
     */
    @Offline
    @Hub
    public Conclusion search(long number, Pool pool) throws Exception {
        found = OptionalLong.empty();
        for (DivisorTask.Way way : DivisorTask.Way.values()) {
            manager.task()
                    .label(way.name())
                    .module(DivisorTask.Module.DIVISOR)
                    .timeout(Timeout.afterSeconds(600))
                    .number(number)
                    .way(way)
                    .push();
        }
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    /** Stage 1: one task returns. */
    @Online
    @Hub
    private void taskStat(TaskStatus<DivisorTask, Long> status) {
        if (status.verdict().returned()) {
            found = OptionalLong.of(status.returnValue());
            winner = status.label();
        }
    }
    // end::race[]

    /** Stage 2: searches in one way. */
    @Online
    @Spoke
    static long taskEval(DivisorTask task) {
        return switch (task.way()) {
            case RHO -> Searches.rho(task.number());
            case FERMAT -> Searches.fermat(task.number());
            case TRIAL -> Searches.trial(task.number());
        };
    }

    /**
     * What was found.
     *
     * @return a divisor that is neither 1 nor the number; empty if the search failed
     */
    public OptionalLong found() {
        return found;
    }

    /** Who found it. */
    String winner() {
        return winner;
    }
}
