/** Tests of the transport on Aeron, with real memory and, where it matters, real processes. */
package org.spmjava.aeron;
