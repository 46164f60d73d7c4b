/**
 * Typedefs on disk, and what the goals make of them. That Maven then does the right thing is for the projects under
 * src/it.
 */
package org.spmjava.maven;
