/** Peers of the speed suite in Java: the work of ours, done by other libraries in the way that they recommend. */
package org.spmjava.benchmarks.speed.peer;
