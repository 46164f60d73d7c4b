/** Tests of the speed suite's parts, without measuring anything. */
package org.spmjava.benchmarks.speed;
