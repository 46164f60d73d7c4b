/** Tests of this package. */
package org.spmjava.core.communication;
