/** The parts of the solver, each beside an oracle. */
package org.spmjava.examples.sat;
