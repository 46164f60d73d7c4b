/** Tests of what programs share. */
package org.spmjava.examples.common;
