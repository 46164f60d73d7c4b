/**
 * Pictures of a session: a timeline for trace viewers, and a report for browsers.
 * {@link org.spmjava.report.SessionRecording} is all that a program touches.
 */
package org.spmjava.report;
