/** Tests of what is read of GNU make's output, by GNU make itself. */
package org.spmjava.examples.make.gnu;
