/** The acid test: four programs that use the same Spokes in completely different ways, in one session. */
package org.spmjava.examples.session;
