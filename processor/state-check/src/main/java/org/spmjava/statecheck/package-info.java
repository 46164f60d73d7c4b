/**
 * Finds, in compiled classes, what a method does where its state forbids it: Hub code on a Spoke, Spoke code on the
 * Hub, declaring and managing while online, values that one process sets and another reads.
 * {@link org.spmjava.statecheck.StateCheck} is the one door.
 *
 * <p>The way through: {@code ClassPath} finds class files and {@code ClassScan} makes of each method a short list of
 * {@code Step}s; {@code Roots} says where code begins and in which {@code State}; {@code Traversal} follows the steps
 * from there, breadth first, so that the first way to a method is a shortest, with a {@code CallTable} for each side
 * that knows which methods its calls may run; {@code CallRules} judges. Where steps do not tell enough, {@code Flows}
 * and {@code Constants} look at the instructions of a method, for {@code SharedStateRule}, {@code DeadlineRule} and
 * {@code PropertyRule}. {@code Findings} puts it into words.
 *
 * <p>The classes that are looked at are never loaded. What cannot be known from them is said in a note, and not
 * guessed.
 */
package org.spmjava.statecheck;
