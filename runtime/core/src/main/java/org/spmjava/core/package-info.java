/** The runtime's core; what a user meets here is the serial session. */
package org.spmjava.core;
