/** Tests of plans. */
package org.spmjava.examples.make;
