/** Metrics of a session, for programs that have Micrometer. */
package org.spmjava.micrometer;
