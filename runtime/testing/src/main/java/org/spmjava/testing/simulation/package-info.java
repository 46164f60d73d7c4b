/**
 * Sessions in a simulator: the Hub's and the Spokes' cores that ship, under a virtual clock, with networks, processes,
 * user code and faults that are drawn from a seed. What must hold is checked after every event. The same seed gives the
 * same session, event for event.
 *
 * <p>{@link org.spmjava.testing.simulation.Simulation} is the door. A new pattern is one more
 * {@link org.spmjava.testing.simulation.Workload}.
 */
package org.spmjava.testing.simulation;
