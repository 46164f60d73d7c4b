/** A parallel make: the rules of a makefile as a DAG of tasks. */
package org.spmjava.examples.make;
