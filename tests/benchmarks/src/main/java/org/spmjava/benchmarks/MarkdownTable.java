package org.spmjava.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, its columns aligned for people who read it on a terminal. */
public final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param head what the columns are called, not null
     */
    public MarkdownTable(List<String> head) {
        rows.add(List.copyOf(head));
    }

    /**
     * Adds a row at the end.
     *
     * @param cells as many as there are columns, not null
     * @throws IllegalArgumentException if there are more or fewer
     */
    public void add(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("the head is " + rows.get(0) + ", but a row is " + cells);
        }
        rows.add(List.copyOf(cells));
    }

    /**
     * Prints the table.
     *
     * @param out where to, not null
     */
    public void print(PrintStream out) {
        int[] widths = new int[rows.get(0).size()];
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
