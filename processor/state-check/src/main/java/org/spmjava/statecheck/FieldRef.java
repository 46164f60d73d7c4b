package org.spmjava.statecheck;

/**
 * A field, as class files name it.
 *
 * @param owner the internal name of its class
 * @param name its name
 */
record FieldRef(String owner, String name) {}
