package org.spmjava.statecheck;

/** How much a finding matters. */
public enum Severity {
    /** The program is wrong: it would fail, or compute something else than it says. */
    ERROR("error"),
    /** The program is hardly what was meant, but may be right all the same. */
    WARNING("warning"),
    /** What could not be known. */
    NOTE("note");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word that a rendered finding shows; never null. */
    public String label() {
        return label;
    }
}
