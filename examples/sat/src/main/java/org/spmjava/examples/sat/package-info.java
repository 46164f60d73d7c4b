/** Decides whether formulas can be satisfied: solvers on Spokes, which divide the search and share what they learn. */
package org.spmjava.examples.sat;
