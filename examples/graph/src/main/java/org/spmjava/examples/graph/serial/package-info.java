/** The same by simpler algorithms, in one thread: what the Spokes' results are compared with. */
package org.spmjava.examples.graph.serial;
