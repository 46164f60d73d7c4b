/** Tests of what generated and woven code calls. */
package org.spmjava.api.closure;
