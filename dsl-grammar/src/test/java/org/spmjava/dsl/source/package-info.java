/** Tests of places in a text. */
package org.spmjava.dsl.source;
