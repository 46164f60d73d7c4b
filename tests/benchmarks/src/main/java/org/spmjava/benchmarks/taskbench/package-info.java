/**
 * Task Bench on SPM.Java: its graphs, its kernel, its validation and its measure METG(50 %), as tasks that communicate
 * and as tasks of a DAG.
 *
 * <p>After E. Slaughter et al., <i>Task Bench: A Parameterized Benchmark for Evaluating Parallel Runtime
 * Performance</i>, SC 2020, and its program; nothing of that is copied.
 */
package org.spmjava.benchmarks.taskbench;
