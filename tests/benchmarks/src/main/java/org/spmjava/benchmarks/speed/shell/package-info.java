/** A line of the speed suite about stand-alone programs, started by a shell. */
package org.spmjava.benchmarks.speed.shell;
