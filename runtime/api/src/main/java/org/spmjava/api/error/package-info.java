/**
 * Parallel exceptions, named as in the source: thrown anywhere, caught only at the Hub.
 *
 * <p>Source: M. B. Amin, <i>A Technical Anatomy of SPM.Python</i>, SciPy 2011, section "Types of Fault Tolerant
 * Parallel Exceptions" (DOI 10.25080/Majora-ebaa42b7-000).
 */
package org.spmjava.api.error;
