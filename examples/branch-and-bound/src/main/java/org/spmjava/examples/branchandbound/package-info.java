/** The shortest round trip by branch and bound: a list whose tasks share the best bound through the Hub. */
package org.spmjava.examples.branchandbound;
