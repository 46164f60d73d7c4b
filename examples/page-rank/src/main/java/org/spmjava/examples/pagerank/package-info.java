/** A graph in supersteps: the rank of its vertices, and its connected components. */
package org.spmjava.examples.pagerank;
