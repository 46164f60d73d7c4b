/** Tests of how diagnostics read. */
package org.spmjava.dsl.diagnostic;
