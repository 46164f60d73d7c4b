/** Tests of containment on real processes, really killed, and counted afterwards. */
package org.spmjava.core.process;
