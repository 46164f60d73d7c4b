package org.spmjava.statecheck;

import java.util.List;

/**
 * What was found.
 *
 * @param findings errors by file and line, then warnings, then notes; the same for the same classes on every machine;
 *     copied
 */
public record StateCheckReport(List<Finding> findings) {

    /** Refuses null. */
    public StateCheckReport {
        findings = List.copyOf(findings);
    }

    /** What is wrong; empty if the program is right as far as that can be known. */
    public List<Finding> errors() {
        return with(Severity.ERROR);
    }

    /** What is hardly meant, but may be right. */
    public List<Finding> warnings() {
        return with(Severity.WARNING);
    }

    /** What could not be known. */
    public List<Finding> notes() {
        return with(Severity.NOTE);
    }

    /** Everything as plain text; empty if there is nothing to say. */
    public String render() {
        return FindingRenderer.render(findings);
    }

    private List<Finding> with(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
