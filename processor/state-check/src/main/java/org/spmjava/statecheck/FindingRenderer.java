package org.spmjava.statecheck;

import java.util.List;

/**
 * Plain text for people: for each finding where and what, the chain of calls, why, and what to write instead. Lines end
 * with LF on every machine.
 */
public final class FindingRenderer {

    private static final int WIDEST_LINE = 120;
    private static final String ARROW = " → ";

    private FindingRenderer() {}

    /**
     * All of {@code findings} in their order, a blank line between two.
     *
     * @param findings what to render
     * @return the text; empty if there are none
     */
    public static String render(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            append(finding, out);
        }
        return out.toString();
    }

    private static void append(Finding finding, StringBuilder out) {
        out.append(finding.sourcePath().orElse(finding.className()));
        if (finding.line() > 0) {
            out.append(':').append(finding.line());
        }
        out.append(": ").append(finding.severity().label());
        out.append(" [").append(finding.code().id()).append("]: ");
        out.append(finding.what()).append('\n');
        finding.trails().forEach(trail -> append(trail, out));
        out.append("  why: ").append(finding.why()).append('\n');
        out.append("  fix: ").append(finding.fix()).append('\n');
    }

    private static void append(Trail trail, StringBuilder out) {
        String begin = "  " + trail.label() + ": ";
        out.append(begin);
        int width = begin.length();
        for (int i = 0; i < trail.frames().size(); i++) {
            String frame = trail.frames().get(i).toString();
            if (i > 0) {
                boolean fits = width + ARROW.length() + frame.length() <= WIDEST_LINE;
                out.append(fits ? ARROW : "\n" + " ".repeat(begin.length()) + "→ ");
                width = fits ? width + ARROW.length() : begin.length() + 2;
            }
            out.append(frame);
            width += frame.length();
        }
        out.append('\n');
    }
}
