/**
 * Asks GNU make what it would do: {@link org.spmjava.examples.make.gnu.GnuMake} is the door. Makefiles are read by GNU
 * make alone; what is read here is what it prints.
 */
package org.spmjava.examples.make.gnu;
