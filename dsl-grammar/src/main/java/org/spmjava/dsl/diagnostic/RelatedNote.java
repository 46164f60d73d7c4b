package org.spmjava.dsl.diagnostic;

/** What there is to see at a {@link Related} place. */
public enum RelatedNote {
    FIRST_DECLARED,
    OPENED,
    OTHER_EVALUATION
}
