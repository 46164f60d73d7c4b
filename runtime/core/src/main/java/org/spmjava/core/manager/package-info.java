/**
 * One interpreter a parallel management pattern. Pure.
 *
 * <p>All managers recognise the same events; how they interpret them is the only thing that tells one kind of manager
 * from another (M. B. Amin, SciPy 2011). Recognition is built once, in {@link org.spmjava.core.hub}; what is here knows
 * no Spokes' processes, no messages and no time.
 */
package org.spmjava.core.manager;
