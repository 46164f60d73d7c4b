package org.spmjava.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Results beside their floor, as a table in Markdown. */
final class ResultTable {

    private static final List<String> HEAD = List.of("measured", "unit", "SPM.Java", "floor", "ratio");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    /** A quantity that has no floor. */
    void add(String measured, String unit, Figures figures) {
        rows.add(List.of(measured, unit, figures.toString(), "", ""));
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
        rows.add(List.of(measured, unit, figures.toString(), floor.toString(), Figures.format(ratio) + " ×"));
    }

    void print(PrintStream out) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < widths.length; column++) {
                String cell = rows.get(row).get(column);
                line.append(' ')
                        .append(cell)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(" |");
            }
            out.println(line);
            if (row == 0) {
                StringBuilder rule = new StringBuilder("|");
                for (int width : widths) {
                    rule.append(' ').append("-".repeat(width)).append(" |");
                }
                out.println(rule);
            }
        }
    }
}
