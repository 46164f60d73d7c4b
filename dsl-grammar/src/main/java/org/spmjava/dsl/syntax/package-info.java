/**
 * Text to tree. Always yields a tree, complete or not, and says what is wrong in words of its own: ANTLR's never reach
 * a user. Size and nesting are limited before the generated parser runs, since that one is recursive.
 */
package org.spmjava.dsl.syntax;
