/** Tests of the acid test that need no Spokes. */
package org.spmjava.examples.session;
