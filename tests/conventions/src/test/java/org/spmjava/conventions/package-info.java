/**
 * The rules of the house as tests: what each room may know, what pure code may touch, and that the sources, the poms
 * and the pages stay tidy. They read the compiled classes of every room, and the files of the repository.
 */
package org.spmjava.conventions;
