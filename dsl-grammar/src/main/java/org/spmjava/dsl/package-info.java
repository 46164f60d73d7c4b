/**
 * The typedef language. {@link org.spmjava.dsl.TypedefCompiler} is the one door: text in, model or diagnostics out.
 *
 * <p>Its phases are packages, in this order: {@code source} (text and places in it), {@code diagnostic} (what is
 * reported, and how it reads), {@code syntax} (text to tree), {@code model} (what a typedef means), {@code resolve}
 * (tree to declarations, and declarations to model), {@code check} (everything a typedef must satisfy). A phase knows
 * those before it. Beside them, {@code format} lays a text out anew; it needs the syntax alone. Pure throughout: no
 * I/O, no clock, no state.
 */
package org.spmjava.dsl;
