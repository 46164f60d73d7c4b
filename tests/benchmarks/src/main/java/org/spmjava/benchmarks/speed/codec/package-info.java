/** The line of the suite about payloads: to bytes and back. */
package org.spmjava.benchmarks.speed.codec;
