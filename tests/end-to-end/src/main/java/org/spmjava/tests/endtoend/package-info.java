/** The programs that the end-to-end tests run, and break. */
package org.spmjava.tests.endtoend;
