/**
 * The communication primitives of the fine grains, on the Spoke's side, over two narrow ways out: to the other members
 * of a unit, which may be full at any moment, and to the Hub. Knows neither transports nor threads.
 */
package org.spmjava.core.communication;
