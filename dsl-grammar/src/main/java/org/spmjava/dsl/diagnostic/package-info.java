/**
 * What the compiler tells its user. A {@link org.spmjava.dsl.diagnostic.Diagnostic} is data; its English stands in one
 * place, {@code Messages}, and becomes a page of text only in {@link org.spmjava.dsl.diagnostic.DiagnosticRenderer}.
 */
package org.spmjava.dsl.diagnostic;
