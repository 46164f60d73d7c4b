/**
 * The Hub's core: who does which task, under which deadlines, and when a command has concluded. Pure: one door, time
 * passed in, effects out.
 */
package org.spmjava.core.hub;
