package org.spmjava.examples.pagerank;

import java.io.IOException;
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

/** PageRank: S. Brin, L. Page, <i>The anatomy of a large-scale hypertextual Web search engine</i>, 1998. */
@TaskManager(typedef = "Ranks.spmtype", pattern = Pattern.GRAPH)
public final class Ranks {

    private static final Channel<Double> FLOW = Channel.of("flow", Codecs.DOUBLE);
    private static final Channel<Long> VERTICES = Channel.of("vertices", Codecs.LONG);

    private final RanksManager manager;
    private final TreeMap<Long, Double> ranks = new TreeMap<>();

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Ranks(VirtualCloud cloud) {
        manager = RanksManager.define(cloud, this::taskStat);
    }

    /**
     * Stage 0: one payload, which every Spoke of the pool evaluates at the same time.
     *
     * @param edges an edge list, as {@link EdgeList} reads it
     * @param iterations how often the ranks flow along the edges
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if a task failed
     */
    @Offline
    @Hub
    public Conclusion rank(Path edges, int iterations, Pool pool) throws Exception {
        ranks.clear();
        manager.task()
                .label("ranks")
                .module(RanksTask.Module.RANKS)
                .timeout(Timeout.afterSeconds(300))
                .edges(edges.toAbsolutePath().toString())
                .iterations(iterations)
                .push();
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    /** Stage 1: takes what a task knows of its vertices. */
    @Online
    @Hub
    private void taskStat(TaskStatus<RanksTask, Map<Long, Double>> status) {
        ranks.putAll(status.returnValue());
    }

    // tag::evaluate[]
    /** Stage 2: reads the vertices that this task owns, and takes part in the supersteps. */
    @Online
    @Spoke
    static Map<Long, Double> taskEval(RanksTask task, GraphCommunicator graph) throws Exception {
        Map<Long, long[]> neighbours = neighbours(Path.of(task.edges()), graph);
        long all = graph.allReduce(VERTICES, (long) neighbours.size(), Long::sum);
        Map<Long, Double> first = new TreeMap<>();
        neighbours.keySet().forEach(vertex -> first.put(vertex, 1.0 / all));
        return graph.supersteps(FLOW, first, new Flow(neighbours, all, task.iterations()));
    }

    /**
     * In each superstep a vertex gives its rank to its neighbours, in equal parts.
     *
     * @param neighbours of the vertices of this task
     * @param all how many vertices there are on all tasks
     * @param iterations how many supersteps give
     */
    record Flow(Map<Long, long[]> neighbours, long all, int iterations) implements VertexProgram<Double, Double> {

        private static final double DAMPING = 0.85;

        @Override
        public Double compute(Vertex<Double> vertex, Double value, List<Double> messages) {
            double rank = value;
            if (vertex.superstep() > 0) {
                rank = (1 - DAMPING) / all + DAMPING * messages.get(0);
            }
            if (vertex.superstep() < iterations) {
                long[] others = neighbours.get(vertex.id());
                for (long other : others) {
                    vertex.send(other, rank / others.length);
                }
            }
            vertex.halt();
            return rank;
        }

        /** What flows to one vertex is added up on its way. */
        @Override
        public Optional<BinaryOperator<Double>> combiner() {
            return Optional.of(Double::sum);
        }
    }
    // end::evaluate[]

    /** The neighbours of the vertices that a task owns. */
    @Online
    @Spoke
    static Map<Long, long[]> neighbours(Path edges, GraphCommunicator graph) throws IOException {
        return EdgeList.neighbours(edges, vertex -> graph.owner(vertex) == graph.rank());
    }

    /**
     * How important each vertex is.
     *
     * @return the ranks, which add up to 1
     */
    public Map<Long, Double> ranks() {
        return Collections.unmodifiableMap(ranks);
    }
}
