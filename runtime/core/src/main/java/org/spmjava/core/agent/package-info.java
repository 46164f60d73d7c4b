/**
 * The shell around the pure cores: threads, clocks, user code, encoded payloads.
 *
 * <p>User code never runs on the Hub agent's thread: evaluators run on a Spoke's evaluator thread, status callbacks in
 * the thread that called {@code manage}, observers on a thread of their own.
 */
package org.spmjava.core.agent;
