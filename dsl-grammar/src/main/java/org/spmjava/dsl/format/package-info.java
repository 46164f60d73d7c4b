/**
 * Text to the same text, laid out in the one way. {@link org.spmjava.dsl.format.TypedefFormatter} needs the syntax
 * alone: a file whose types are unknown, or whose imports are missing, is laid out all the same.
 */
package org.spmjava.dsl.format;
