package org.spmjava.dsl.diagnostic;

/** How much a diagnostic matters. */
public enum Severity {
    /** The typedef has no meaning: nothing may be generated from it. */
    ERROR("error"),
    /** The typedef has a meaning, though perhaps not the intended one. */
    WARNING("warning");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word that a rendered diagnostic shows; never null. */
    public String label() {
        return label;
    }
}
