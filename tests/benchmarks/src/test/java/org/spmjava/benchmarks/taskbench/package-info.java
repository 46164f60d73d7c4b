/** What can be wrong about Task Bench without a machine to measure. */
package org.spmjava.benchmarks.taskbench;
