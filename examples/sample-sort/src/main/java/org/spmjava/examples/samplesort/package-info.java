/** A sort whose tasks communicate with each other: a template of general grain. */
package org.spmjava.examples.samplesort;
