/** An estimate that is repeated until it is good enough, and a race of searches. */
package org.spmjava.examples.montecarlo;
