/**
 * What a typedef must satisfy beyond its syntax. One check is one class; {@link org.spmjava.dsl.check.Checks} lists
 * them. A check reports nothing that follows from another mistake: what is damaged or misspelt is not missing as well.
 */
package org.spmjava.dsl.check;
