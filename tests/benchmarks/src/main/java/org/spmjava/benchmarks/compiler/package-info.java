/**
 * What the compiler of typedefs costs, beside its peers in the same run: AutoValue, Immutables, Protocol Buffers and
 * SBE, each with the same payload as far as it fits. Run by hand; {@code README.md} of this module has the commands and
 * figures.
 */
package org.spmjava.benchmarks.compiler;
