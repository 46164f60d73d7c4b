package org.spmjava.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** Results beside their floor, as a table in Markdown. */
final class ResultTable {

    private final MarkdownTable table = new MarkdownTable(List.of("measured", "unit", "SPM.Java", "floor", "ratio"));

    /** A quantity that has no floor. */
    void add(String measured, String unit, Figures figures) {
        table.add(List.of(measured, unit, figures.toString(), "", ""));
    }

    /** A quantity of which less is better. */
    void addTime(String measured, String unit, Figures figures, Figures floor) {
        add(measured, unit, figures, floor, figures.median() / floor.median());
    }

    /** A quantity of which more is better. */
    void addRate(String measured, String unit, Figures figures, Figures floor) {
        add(measured, unit, figures, floor, floor.median() / figures.median());
    }

    private void add(String measured, String unit, Figures figures, Figures floor, double ratio) {
        table.add(List.of(measured, unit, figures.toString(), floor.toString(), Figures.format(ratio) + " ×"));
    }

    void print(PrintStream out) {
        table.print(out);
    }
}
