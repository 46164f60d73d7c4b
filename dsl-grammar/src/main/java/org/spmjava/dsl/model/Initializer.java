package org.spmjava.dsl.model;

/** What a field holds before anybody sets it: nothing, or a value. */
public sealed interface Initializer permits Absence, Literal {

    /** The initialiser as a typedef may spell it; two of the same meaning have the same text. Never null. */
    String text();
}
