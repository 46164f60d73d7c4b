package org.spmjava.benchmarks.taskbench;

/** How a graph is computed. */
interface Body {

    /**
     * Computes a graph, each of whose tasks checks its inputs.
     *
     * @param iterations how much each task computes
     * @param outputBytes how long each output is
     * @return how long it took, in ns
     * @throws Exception if anything of it failed
     */
    long run(TaskGraph graph, long iterations, int outputBytes) throws Exception;
}
