/** Tests of the parts of a graph. */
package org.spmjava.examples.graph.kernel;
