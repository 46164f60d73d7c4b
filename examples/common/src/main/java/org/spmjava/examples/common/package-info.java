/** What programs share that run by themselves or, one after the other, in one session. */
package org.spmjava.examples.common;
