package demo;

import java.util.*;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.communication.*;

@TaskManager(typedef = "Tasks.spmtype", pattern = Pattern.GRAPH)
class Primes {
    static final Channel<Long> DISTANCE = Channel.of("distance", Codecs.LONG);
    static final RequestReply<Long, Long> LIMIT = RequestReply.of("limit", Codecs.LONG, Codecs.LONG);

    private final PrimesManager manager;
    private final List<Long> asked = new ArrayList<>();

    @Offline
    @Hub
    Primes(VirtualCloud cloud) {
        manager = PrimesManager.define(cloud, status -> asked.add(status.returnValue()));
        manager.onAsk(LIMIT, this::limit);
        manager.onTell(DISTANCE, new Noting());
    }

    @Online
    @Hub
    private long limit(RunningTask<PrimesTask> from, long vertex) {
        asked.add(vertex + from.task().n());
        return asked.size();
    }

    private final class Noting implements TellHandler<PrimesTask, Long> {
        @Online
        @Hub
        @Override
        public void onTell(RunningTask<PrimesTask> from, Long distance) {
            asked.add(distance);
        }
    }

    @Online
    @Spoke
    static long taskEval(PrimesTask task, GraphCommunicator graph) throws Exception {
        long limit = graph.ask(LIMIT, task.n());
        Map<Long, Long> distances = graph.supersteps(DISTANCE, Map.of(task.n(), 0L), (vertex, value, messages) -> {
            long nearest = messages.stream().mapToLong(Long::longValue).min().orElse(value);
            if (nearest < limit) {
                vertex.send(vertex.id() + 1, nearest + 1);
            }
            vertex.halt();
            return nearest;
        });
        graph.tell(DISTANCE, (long) distances.size());
        return graph.allReduce(DISTANCE, (long) distances.size(), Long::sum);
    }
}

@TaskManager(typedef = "Tasks.spmtype", pattern = Pattern.GRID)
class Heat {
    @Online
    @Spoke
    static double taskEval(HeatTask task, GridCommunicator grid) {
        GridBlock block = grid.divide(GridCommunicator.Boundary.PERIODIC, 1, 8, 8);
        block.exchangeHalo();
        return block.get(-1, 0);
    }
}

@TaskManager(typedef = "Tasks.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.DECENTRALIZED)
class Counts {
    @Offline
    @Hub
    static Map<String, Long> main(VirtualCloud cloud) throws Exception {
        CountsManager[] manager = new CountsManager[1];
        manager[0] = CountsManager.define(cloud, status -> manager[0].stop());
        manager[0].manage(
                cloud.inter(), SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(1), Timeout.afterSeconds(1));
        return manager[0].aggregate().orElse(Map.of());
    }

    @Online
    @Spoke
    static Map<String, Long> taskEval(CountsTask task) {
        return Map.of("n", task.n());
    }

    @Online
    @Spoke
    static long taskReduce(long left, long right) {
        return left + right;
    }
}
