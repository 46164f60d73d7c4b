/** Fuzzing: a program that sees which code an input reaches looks for the one that breaks it. */
package org.spmjava.fuzz;
