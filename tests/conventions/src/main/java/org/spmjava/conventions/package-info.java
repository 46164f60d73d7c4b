/** Tidiness as tests; there is nothing here but them. */
package org.spmjava.conventions;
