/** Tests of map-reduce, each part beside an oracle. */
package org.spmjava.examples.mapreduce;
