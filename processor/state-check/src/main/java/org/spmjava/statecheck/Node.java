package org.spmjava.statecheck;

/**
 * A method, reached in a state.
 *
 * @param method the method
 * @param state the state inside it
 */
record Node(Method method, State state) {}
