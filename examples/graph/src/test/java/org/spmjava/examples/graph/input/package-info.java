/** Tests of reading and making graphs. */
package org.spmjava.examples.graph.input;
