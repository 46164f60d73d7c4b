/**
 * The contract between generated code and the runtime: what a manager stub tells of itself, how its payloads travel,
 * and the guards at the beginning of annotated methods.
 *
 * <p>Users meet these types only through generated code.
 */
package org.spmjava.api.closure;
