/** Tests of the language through its doors: text in; model, text in its layout, or diagnostics out. */
package org.spmjava.dsl;
