/**
 * The tracker: which Spokes there are. Pure; alive from the first moment of a session, independent of every manager.
 *
 * <p>A slot is a place for a Spoke. Each launch into a slot is an incarnation with a number of its own; a Spoke that
 * ends is relaunched, sooner or later, for as long as the session lasts.
 */
package org.spmjava.core.tracker;
