/** What tasks of general grain wait for each other: send and receive, barriers, reductions and exchanges. */
package org.spmjava.benchmarks.primitives;
