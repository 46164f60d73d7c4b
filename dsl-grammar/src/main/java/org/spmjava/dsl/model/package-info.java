/**
 * The checked, typed meaning of a typedef: immutable, in source order, free of null and of any trace of the spelling.
 * What can be built by {@link org.spmjava.dsl.TypedefCompiler} has passed every check.
 */
package org.spmjava.dsl.model;
