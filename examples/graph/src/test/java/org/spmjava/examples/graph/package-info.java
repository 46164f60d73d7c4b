/** Tests beside JGraphT, and of what may be wrong with an input. */
package org.spmjava.examples.graph;
