/** Tests of pictures, by sessions that are made up, and in a browser. */
package org.spmjava.report;
