/**
 * The Maven shell of the compiler. {@code Generation} checks the typedefs of a module and stamps them, so that a
 * changed typedef alone makes javac run; {@code ClassCheck} checks its compiled classes, unless nothing changed. The
 * Mojos only read the pom and report.
 */
package org.spmjava.maven;
