/** Lines of the speed suite about tasks that do nothing: the same work for ours and for its peers. */
package org.spmjava.benchmarks.speed.noop;
