package org.spmjava.dsl.model;

/** How a Spoke evaluates a task. It shows in the fields of {@code spm.meta}. */
public enum Evaluation {
    /** The Spoke applies {@code meta.api} to {@code meta.apiArgs}. */
    PAPPLY,
    /** The Spoke preloads classes, then calls the evaluator that {@code meta.module} names. */
    PINTERP
}
