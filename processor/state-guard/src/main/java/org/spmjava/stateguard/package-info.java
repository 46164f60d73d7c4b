/**
 * Gives compiled methods that say {@code @Hub @Spoke @Offline @Online} a guard, which throws where they are called in
 * the wrong place. {@link org.spmjava.stateguard.StateGuard} is the one door.
 *
 * <p>The way through: {@code Demands} reads what the methods of a class demand; {@code Weaving} gives them their
 * guards, bytes in, bytes out. Nothing is loaded, and the same class always becomes the same bytes.
 */
package org.spmjava.stateguard;
