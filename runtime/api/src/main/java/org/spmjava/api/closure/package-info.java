/**
 * The contract between generated code and the runtime: what a manager stub tells of itself, and how its payloads
 * travel.
 *
 * <p>Users meet these types only through generated code.
 */
package org.spmjava.api.closure;
