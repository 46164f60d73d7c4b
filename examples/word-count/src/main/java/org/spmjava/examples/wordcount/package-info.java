/** The words of a text: an aggregate at the Hub, and one among the Spokes. */
package org.spmjava.examples.wordcount;
