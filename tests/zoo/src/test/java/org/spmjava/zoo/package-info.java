/**
 * The zoo: wrong programs as a beginner writes them, one mistake each, and right ones that look suspicious. Each is a
 * folder of typedefs and Java under {@code src/test/resources}, and takes the way that a user's program takes: the
 * language, the annotation processor in javac, the state check, the state guard, a serial session.
 *
 * <p>A wrong program marks the line of its mistake with a comment {@code wrong here}; {@code expected.txt} beside it is
 * what its user sees.
 */
package org.spmjava.zoo;
