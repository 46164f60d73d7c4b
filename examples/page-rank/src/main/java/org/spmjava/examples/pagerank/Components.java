package org.spmjava.examples.pagerank;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
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
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.api.communication.Vertex;
import org.spmjava.api.communication.VertexProgram;

/** Connected components: every vertex learns the least number of those that it hangs together with. */
@TaskManager(typedef = "Components.spmtype", pattern = Pattern.GRAPH)
public final class Components {

    private static final Channel<Long> LEAST = Channel.of("least", Codecs.LONG);

    private final ComponentsManager manager;
    private final TreeMap<Long, Long> components = new TreeMap<>();

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Components(VirtualCloud cloud) {
        manager = ComponentsManager.define(cloud, this::taskStat);
    }

    /**
     * Stage 0: one payload, which every Spoke of the pool evaluates at the same time.
     *
     * @param edges an edge list, as {@link EdgeList} reads it
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if a task failed
     */
    @Offline
    @Hub
    public Conclusion find(Path edges, Pool pool) throws Exception {
        components.clear();
        manager.task()
                .label("components")
                .module(ComponentsTask.Module.COMPONENTS)
                .timeout(Timeout.afterSeconds(300))
                .edges(edges.toAbsolutePath().toString())
                .push();
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    /** Stage 1: takes what a task knows of its vertices. */
    @Online
    @Hub
    private void taskStat(TaskStatus<ComponentsTask, Map<Long, Long>> status) {
        components.putAll(status.returnValue());
    }

    // tag::evaluate[]
    /** Stage 2: takes part in supersteps until nobody learns anything. */
    @Online
    @Spoke
    static Map<Long, Long> taskEval(ComponentsTask task, GraphCommunicator graph) throws Exception {
        Map<Long, long[]> neighbours = Ranks.neighbours(Path.of(task.edges()), graph);
        Map<Long, Long> first = new TreeMap<>();
        neighbours.keySet().forEach(vertex -> first.put(vertex, vertex));
        return graph.supersteps(LEAST, first, new Least(neighbours));
    }

    /**
     * A vertex tells its neighbours the least number that it knows, whenever that is news.
     *
     * @param neighbours of the vertices of this task
     */
    record Least(Map<Long, long[]> neighbours) implements VertexProgram<Long, Long> {

        @Override
        public Long compute(Vertex<Long> vertex, Long value, List<Long> messages) {
            long least = messages.isEmpty() ? value : Math.min(value, messages.get(0));
            if (vertex.superstep() == 0 || least < value) {
                for (long other : neighbours.get(vertex.id())) {
                    vertex.send(other, least);
                }
            }
            vertex.halt();
            return least;
        }

        @Override
        public Optional<BinaryOperator<Long>> combiner() {
            return Optional.of(Math::min);
        }
    }
    // end::evaluate[]

    /**
     * Which component each vertex belongs to.
     *
     * @return by vertex, the least vertex of its component
     */
    public Map<Long, Long> components() {
        return Collections.unmodifiableMap(components);
    }
}
