/**
 * Benchmarks, run by hand: what payloads cost to encode and decode, and what the runtime costs for tasks that do
 * nothing.
 */
package org.spmjava.benchmarks;
