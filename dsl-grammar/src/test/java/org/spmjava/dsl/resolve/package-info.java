/** Tests of what only the resolver knows. */
package org.spmjava.dsl.resolve;
