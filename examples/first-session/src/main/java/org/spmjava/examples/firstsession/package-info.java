/** The source's programs in one session on one virtual cloud: the shell as a list and as a template, and the primes. */
package org.spmjava.examples.firstsession;
