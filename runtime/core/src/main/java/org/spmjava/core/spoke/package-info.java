/** The Spoke's core: accept, preload, online, evaluate, report. Pure: one door, time passed in, effects out. */
package org.spmjava.core.spoke;
