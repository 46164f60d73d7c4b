package org.spmjava.examples.montecarlo;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;

/** What an option is worth, by simulation. One payload, again and again, until the estimate is good enough. */
@TaskManager(typedef = "CallOption.spmtype", pattern = Pattern.TEMPLATE, policy = Policy.REPEAT, grain = Grain.LIMITED)
public final class CallOption {

    /** How many paths a repetition takes, and the number of its first. */
    private static final RequestReply<Long, Long> FIRST_PATH = RequestReply.of("first path", Codecs.LONG, Codecs.LONG);

    private final CallOptionManager manager;
    private final TreeMap<Integer, CallOptionTask.Sums> sums = new TreeMap<>();
    private double tolerance;

    // tag::ask[]
    /**
     * Declares and defines the closure. All repetitions have the same payload, so that they ask for what differs.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public CallOption(VirtualCloud cloud) {
        manager = CallOptionManager.define(cloud, this::taskStat);
        manager.onAsk(FIRST_PATH, (from, paths) -> from.index() * paths);
    }
    // end::ask[]

    /**
     * Stage 0: one payload, and how often it may be evaluated at most.
     *
     * @param option the option
     * @param seed the same seed and number of repetitions give the same estimate
     * @param paths how many paths a repetition takes
     * @param repetitions how many there are at most
     * @param enough the standard error at which to stop; 0 for never
     * @param pool where to run
     * @return what became of the repetitions
     * @throws Exception if a repetition failed
     */
    @Offline
    @Hub
    public Conclusion estimate(Contract option, long seed, long paths, int repetitions, double enough, Pool pool)
            throws Exception {
        sums.clear();
        tolerance = enough;
        manager.task()
                .label("paths")
                .module(CallOptionTask.Module.CALL_OPTION)
                .timeout(Timeout.afterSeconds(60))
                .spot(option.spot())
                .strike(option.strike())
                .rate(option.rate())
                .volatility(option.volatility())
                .years(option.years())
                .paths(paths)
                .seed(seed)
                .push(repetitions);
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    // tag::stop[]
    /** Stage 1: stops when the estimate is good enough; what has not started by then is dropped. */
    @Online
    @Hub
    private void taskStat(TaskStatus<CallOptionTask, CallOptionTask.Sums> status) {
        if (status.verdict() != Verdict.DROPPED) {
            sums.put(status.index(), status.returnValue());
            if (result().standardError() <= tolerance) {
                manager.stop();
            }
        }
    }
    // end::stop[]

    // tag::evaluate[]
    /** Stage 2: simulates paths. Each has a number, which decides its random numbers wherever it is simulated. */
    @Online
    @Spoke
    static CallOptionTask.Sums taskEval(CallOptionTask task, HubLink hub) {
        long first = hub.ask(FIRST_PATH, task.paths());
        SplittableRandom random = new SplittableRandom(task.seed() + first);
        Contract option = new Contract(task.spot(), task.strike(), task.rate(), task.volatility(), task.years());
        double sum = 0;
        double sumOfSquares = 0;
        for (long path = 0; path < task.paths(); path++) {
            double worth = option.worth(random.nextGaussian());
            sum += worth;
            sumOfSquares += worth * worth;
        }
        return CallOptionTask.Sums.of(task.paths(), sum, sumOfSquares);
    }
    // end::evaluate[]

    /**
     * What is known by now: the sums are added up in the order of the repetitions, whatever the order of their ends.
     *
     * @return the estimate of the option's worth
     */
    public Estimate result() {
        long paths = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (CallOptionTask.Sums some : sums.values()) {
            paths += some.paths();
            sum += some.worth();
            sumOfSquares += some.squaresOfWorth();
        }
        return Estimate.of(paths, sum, sumOfSquares);
    }
}
