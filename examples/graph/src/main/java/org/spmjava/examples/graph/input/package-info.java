/** Graphs in files, and made at random: each Spoke reads or makes its own share. */
package org.spmjava.examples.graph.input;
