/** A zoo of wrong programs, as tests; there is nothing here but them. */
package org.spmjava.zoo;
