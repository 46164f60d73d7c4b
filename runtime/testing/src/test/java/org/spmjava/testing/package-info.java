/** The extension: which seeds it simulates, what it says of a failure, and that chance is drawn from the seed alone. */
package org.spmjava.testing;
