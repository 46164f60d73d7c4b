/**
 * What the compiler tells its user. A {@link org.spmjava.dsl.diagnostic.Diagnostic} is data; its English stands in one
 * place, {@code Messages}, and becomes text only in {@link org.spmjava.dsl.diagnostic.DiagnosticRenderer}, for people,
 * and in {@link org.spmjava.dsl.diagnostic.DiagnosticJson}, for programs.
 */
package org.spmjava.dsl.diagnostic;
