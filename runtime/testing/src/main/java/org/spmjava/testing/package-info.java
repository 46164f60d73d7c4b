/**
 * Tests of programs under simulated faults: {@link org.spmjava.testing.SpmSimulation} on a test method runs it once for
 * each seed, on Spokes that are late, slow or killed, in one thread and under a clock that nobody waits for.
 */
package org.spmjava.testing;
