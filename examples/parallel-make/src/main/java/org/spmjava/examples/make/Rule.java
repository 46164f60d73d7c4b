package org.spmjava.examples.make;

import java.util.List;

/**
 * One explicit rule.
 *
 * @param target the file to be made
 * @param prerequisites the files that it is made of
 * @param commands how, one line each
 */
record Rule(String target, List<String> prerequisites, List<String> commands) {}
