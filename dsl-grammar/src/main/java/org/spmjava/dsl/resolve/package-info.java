/**
 * Tree to declarations: words get their meaning here, and misspelt ones a suggestion. Declarations say what was
 * written, right or wrong; once they are checked, {@link org.spmjava.dsl.resolve.ModelBuilder} makes the model of them.
 */
package org.spmjava.dsl.resolve;
