/** Metrics, looked at in a session. */
package org.spmjava.micrometer;
