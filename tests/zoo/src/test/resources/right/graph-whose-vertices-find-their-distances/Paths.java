import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Pattern;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.core.SerialVirtualCloud;

@TaskManager(typedef = "Paths.spmtype", pattern = Pattern.GRAPH)
class Paths {

    static final Channel<Long> DISTANCE = Channel.of("distance", Codecs.LONG);

    public static void main(String[] args) throws Exception {
        Map<Long, Long> distances = new TreeMap<>();
        try (VirtualCloud cloud = SerialVirtualCloud.create(CloudOptions.defaults().withSpokes(2))) {
            PathsManager manager = PathsManager.define(cloud, status -> distances.putAll(status.returnValue()));
            manager.task()
                    .label("paths")
                    .module(PathsTask.Module.PATHS)
                    .timeout(Timeout.afterSeconds(10))
                    .push();
            manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.of(2),
                    Timeout.afterSeconds(5),
                    Timeout.afterSeconds(60));
            System.out.println(distances);
        }
    }

    @Spoke
    @Online
    static Map<Long, Long> taskEval(PathsTask task, GraphCommunicator graph) throws Exception {
        Map<Long, Long> mine = new LinkedHashMap<>();
        for (long vertex = 0; vertex < task.vertices(); vertex++) {
            if (graph.owner(vertex) == graph.rank()) {
                mine.put(vertex, vertex == 0 ? 0 : Long.MAX_VALUE);
            }
        }
        return graph.supersteps(DISTANCE, mine, (vertex, known, messages) -> {
            long nearest =
                    messages.stream().mapToLong(Long::longValue).min().orElse(known);
            boolean isNews = vertex.superstep() == 0 ? known == 0 : nearest < known;
            if (isNews && vertex.id() + 1 < task.vertices()) {
                vertex.send(vertex.id() + 1, nearest + 1);
            }
            vertex.halt();
            return Math.min(known, nearest);
        });
    }
}
