/**
 * Control messages between the Hub and its Spokes, and their codec. Pure.
 *
 * <p>Every message carries the numbers by which a stale one is recognised: the command's and the attempt's. Deadlines
 * travel as remaining durations, so that clocks need not agree. Payloads are opaque bytes here, guarded by a checksum.
 */
package org.spmjava.core.message;
