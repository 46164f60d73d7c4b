/** The product against what kills other systems: real processes, real Aeron, real kills. */
package org.spmjava.tests.endtoend;
