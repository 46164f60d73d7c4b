/** Analyses of large graphs, a part on each Spoke: its program, its closure and its results. */
package org.spmjava.examples.graph;
