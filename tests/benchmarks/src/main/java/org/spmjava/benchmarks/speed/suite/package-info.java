/** The speed suite's program, and the lines that it has. */
package org.spmjava.benchmarks.speed.suite;
