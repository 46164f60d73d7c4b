package org.spmjava.examples.branchandbound;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.RunningTask;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.HubLink;
import org.spmjava.api.communication.RequestReply;

/** The shortest round trip through some cities. Each task tells what it finds, and asks what the others have found. */
@TaskManager(typedef = "RoundTrip.spmtype", pattern = Pattern.LIST, grain = Grain.LIMITED)
public final class RoundTrip {

    /** A round trip: its cities, in their order. */
    private static final Channel<int[]> FOUND = Channel.of("round trip", Codecs.INTS);

    /** The length of the shortest round trip that a task knows, and of the shortest that anybody does. */
    private static final RequestReply<Long, Long> SHORTEST = RequestReply.of("shortest", Codecs.LONG, Codecs.LONG);

    private final RoundTripManager manager;
    private Distances distances;
    private int[] best;
    private long shortest;
    private long nodes;

    // tag::hub[]
    /**
     * Declares and defines the closure, and who answers its tasks.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public RoundTrip(VirtualCloud cloud) {
        manager = RoundTripManager.define(cloud, this::taskStat);
        manager.onTell(FOUND, this::onFound);
        manager.onAsk(SHORTEST, (from, known) -> Math.min(known, shortest));
    }

    /** A task found a trip, which may have become too long on its way here. */
    @Online
    @Hub
    private void onFound(RunningTask<RoundTripTask> from, int[] trip) {
        if (distances.length(trip) < shortest) {
            shortest = distances.length(trip);
            best = trip;
        }
    }
    // end::hub[]

    /**
     * Stage 0: a task for each way to begin.
     *
     * @param among the cities
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if a task failed
     */
    @Offline
    @Hub
    public Conclusion search(Distances among, Pool pool) throws Exception {
        distances = among;
        shortest = Long.MAX_VALUE;
        nodes = 0;
        for (int second = 1; second < among.cities(); second++) {
            for (int third = 1; third < among.cities(); third++) {
                if (third != second) {
                    manager.task()
                            .label("0, " + second + ", " + third)
                            .module(RoundTripTask.Module.ROUND_TRIP)
                            .timeout(Timeout.afterSeconds(300))
                            .distances(among.matrix())
                            .second(second)
                            .third(third)
                            .push();
                }
            }
        }
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(3600));
    }

    /** Stage 1: adds up; reading the value of a task that failed throws the task's exception. */
    @Online
    @Hub
    private void taskStat(TaskStatus<RoundTripTask, Long> status) {
        nodes += status.returnValue();
    }

    // tag::evaluate[]
    /** Stage 2: searches, and says how many partial trips it looked at. */
    @Online
    @Spoke
    static long taskEval(RoundTripTask task, HubLink hub) {
        Search search = new Search(
                new Distances(task.distances()), known -> hub.ask(SHORTEST, known), trip -> hub.tell(FOUND, trip));
        return search.from(0, task.second(), task.third());
    }
    // end::evaluate[]

    /**
     * The shortest round trip.
     *
     * @return the cities in their order
     */
    public int[] best() {
        return best.clone();
    }

    /**
     * How much was searched.
     *
     * @return the number of partial trips that were looked at
     */
    public long nodes() {
        return nodes;
    }
}
