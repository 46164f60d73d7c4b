/** The text of a typedef and positions in it. Everything that points into a typedef does so with these. */
package org.spmjava.dsl.source;
