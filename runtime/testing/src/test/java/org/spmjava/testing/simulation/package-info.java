/** The simulator at work, and whether it finds what is wrong. */
package org.spmjava.testing.simulation;
