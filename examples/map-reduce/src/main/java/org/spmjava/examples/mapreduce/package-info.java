/** Map-reduce over files that are larger than memory: typed jobs, sorted runs on disk, and sorted output. */
package org.spmjava.examples.mapreduce;
