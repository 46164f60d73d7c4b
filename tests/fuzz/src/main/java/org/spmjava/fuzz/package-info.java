/** Fuzzing as a test; there is nothing here but it. */
package org.spmjava.fuzz;
