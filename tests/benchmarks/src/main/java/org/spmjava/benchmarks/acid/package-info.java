/** The programs of the acid test beside the tools that one would use instead. */
package org.spmjava.benchmarks.acid;
