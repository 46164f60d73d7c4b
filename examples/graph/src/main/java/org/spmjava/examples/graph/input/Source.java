package org.spmjava.examples.graph.input;

import java.io.IOException;

/** Where a graph comes from. Several may read it at once, each a share; together the shares are all of it. */
public sealed interface Source permits GraphFile, Rmat {

    /**
     * Reads a share of the edges.
     *
     * @param part which share, from 0
     * @param parts how many shares there are
     * @param weighted whether the weights are wanted
     * @return the share
     * @throws InputException if something is wrong with what lies in the share, or with the head, which is in all
     * @throws IOException if it cannot be read
     */
    Share read(int part, int parts, boolean weighted) throws InputException, IOException;

    /**
     * A share of the edges.
     *
     * @param edges as they are written, one a line; with weights if they were wanted and there are any
     * @param largest the largest number of a vertex, or -1 if there is no edge
     * @param head what the graph says of itself, the same in all shares
     */
    record Share(EdgeBlocks edges, long largest, Head head) {}

    /**
     * What a graph says of itself.
     *
     * @param vertices how many vertices it announces, or -1
     * @param edges how many edges it announces, or -1
     * @param certain whether this is an announcement, and not perhaps an edge
     * @param symmetric whether every edge goes both ways, whatever is asked for
     * @param weighted whether the edges have weights
     * @param offset where the announcement is
     * @param dataOffset where the lines of edges begin
     */
    record Head(
            long vertices,
            long edges,
            boolean certain,
            boolean symmetric,
            boolean weighted,
            long offset,
            long dataOffset) {

        /** Of a graph that announces nothing. */
        static Head silent(boolean weighted, long dataOffset) {
            return new Head(-1, -1, true, false, weighted, 0, dataOffset);
        }

        /**
         * Whether something is announced, or perhaps so.
         *
         * @return false if there is nothing to be compared with what follows
         */
        public boolean announces() {
            return edges >= 0;
        }
    }
}
