/** Tests of how the speed suite divides its time and says what it found. */
package org.spmjava.benchmarks.speed.suite;
