/**
 * The speed suite: lines, each of which measures one thing of ours and of its peers, in turn and in processes of their
 * own, and what runs them within a budget of time. Which lines there are is said in {@code suite}.
 */
package org.spmjava.benchmarks.speed;
