/** A graph in parts, one a Spoke, and what is computed on it in supersteps. */
package org.spmjava.examples.graph.kernel;
