/** Tests of what users touch. */
package org.spmjava.api;
