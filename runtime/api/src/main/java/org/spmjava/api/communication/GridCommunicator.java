package org.spmjava.api.communication;

/**
 * What a task of a grid may do: hold a block of a regular domain, and exchange its rim with its neighbours, beside what
 * every task of general grain may.
 */
public interface GridCommunicator extends Communicator {

    /**
     * Collective: divides a domain of cells among all tasks, into blocks as cubic and as equal as can be.
     *
     * @param boundary what lies beyond the domain's edge
     * @param haloWidth how many layers of the neighbours' cells each block sees, at least 0
     * @param cells the domain's extent in each dimension: 1 to 3 of them, each at least 1
     * @return this task's block, all zero
     * @throws IllegalArgumentException if an extent or the halo's width is out of range, or there are not enough cells
     *     for each task to hold at least one, and at least as many in each divided dimension as the halo is wide
     */
    GridBlock divide(Boundary boundary, int haloWidth, int... cells);

    /** What lies beyond the edge of a domain. */
    enum Boundary {
        /** Nothing: the halo there keeps what the task puts there, 0 at first. */
        CLOSED,
        /** The opposite edge. */
        PERIODIC
    }
}
