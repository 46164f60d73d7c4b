package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The manual of the language lists the zoo, as the zoo is. Run with {@code -Dspm.goldens=write} after the other tests
 * have written what is said now.
 */
class ManualTest {

    @Test
    void theManualListsTheZoo() {
        Manual.has("zoo", tables());
    }

    /** As the issue asks for them. */
    @Test
    void theZooIsLargeEnough() {
        assertThat(Program.wrong()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(Program.right()).hasSizeGreaterThanOrEqualTo(18);
        assertThat(Program.wrong())
                .extracting(program -> Rejection.of(program.expected()).stage())
                .contains(Stage.values());
    }

    private static String tables() {
        StringBuilder out = new StringBuilder("| mistake | found by | what is said |\n| --- | --- | --- |\n");
        rows().forEach(row -> out.append("| ")
                .append(row.mistake())
                .append(" | ")
                .append(row.rejection().stage())
                .append(" | ")
                .append(cell(row.rejection().what()))
                .append(" |\n"));
        out.append("\n| right, though it looks suspicious |\n| --- |\n");
        Program.right()
                .forEach(program -> out.append("| ").append(program.title()).append(" |\n"));
        return out.toString();
    }

    private record Row(String mistake, Rejection rejection) {}

    private static List<Row> rows() {
        return Program.wrong().stream()
                .map(program -> new Row(program.title(), Rejection.of(program.expected())))
                .sorted(Comparator.comparing(row -> row.rejection().stage()))
                .toList();
    }

    /** Without what Markdown would take for its own. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("<(?=[^`]*(?:`[^`]*`[^`]*)*$)", "&lt;");
    }
}
