/**
 * The transport port: how the Hub and its Spokes exchange messages, whatever carries them.
 *
 * <p>A message is a sequence of bytes that arrives whole, once and in order, or not at all. A transport is owned by one
 * thread at a time. Nothing here blocks but {@link org.spmjava.core.transport.Parking#park}.
 */
package org.spmjava.core.transport;
