/** Tests of the language through its one door: text in, model or diagnostics out. */
package org.spmjava.dsl;
