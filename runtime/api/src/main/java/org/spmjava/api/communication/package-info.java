/**
 * Fine grain: how tasks communicate before they conclude. An evaluator gets as its second parameter what its pattern
 * and grain allow, and nothing else; a coarse one gets nothing.
 *
 * <p>Values travel through a {@link org.spmjava.api.communication.Channel}, which both sides name: what was sent for
 * one purpose is never received for another. Nothing of a command arrives in another one.
 */
package org.spmjava.api.communication;
