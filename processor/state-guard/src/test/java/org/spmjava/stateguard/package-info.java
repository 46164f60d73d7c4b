/** Tests of the guards: on programs that are compiled, woven and run. */
package org.spmjava.stateguard;
