/** Keeps the benchmarks of the compiler running, without measuring anything. */
package org.spmjava.benchmarks.compiler;
