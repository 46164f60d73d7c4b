/** Small programs, right and wrong, and exactly what is said about them. */
package org.spmjava.statecheck;
