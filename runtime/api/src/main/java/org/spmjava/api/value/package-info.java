/** The dynamic value types of typedefs: {@code mixed} and {@code record}, closed over a fixed set of types. */
package org.spmjava.api.value;
