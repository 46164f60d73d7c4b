package org.spmjava.benchmarks.taskbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Task Bench's dependences: by hand, and all those that its own program names, where its vectors are at hand. */
class TaskGraphTest {

    private static final String VECTORS = "shared/taskbench-deps.txt";
    private static final int STEPS = 6;
    private static final int WIDTH = 8;

    private static TaskGraph graph(Dependence dependence, int radix, int period) {
        return new TaskGraph(dependence, STEPS, WIDTH, radix, period, 0.5);
    }

    private static TaskGraph graph(Dependence dependence) {
        return graph(dependence, 0, 1);
    }

    @Test
    void stencilsNeedTheirNeighboursAndPeriodicOnesTheOtherEndAtLast() {
        assertThat(graph(Dependence.STENCIL_1D).inputs(1, 0)).containsExactly(0, 1);
        assertThat(graph(Dependence.STENCIL_1D).inputs(1, 4)).containsExactly(3, 4, 5);
        assertThat(graph(Dependence.STENCIL_1D_PERIODIC).inputs(1, 0)).containsExactly(0, 1, 7);
        assertThat(graph(Dependence.STENCIL_1D_PERIODIC).inputs(1, 7)).containsExactly(6, 7, 0);
    }

    @Test
    void theFirstRowNeedsNothing() {
        for (Dependence dependence : Dependence.values()) {
            TaskGraph graph = graph(dependence, dependence == Dependence.SPREAD ? 2 : 5, 1);
            assertThat(graph.inputs(0, graph.offset(0))).isEmpty();
        }
    }

    @Test
    void theDistanceOfAButterflyDoublesFromRowToRow() {
        TaskGraph fft = graph(Dependence.FFT);

        assertThat(fft.inputs(1, 3)).containsExactly(2, 3, 4);
        assertThat(fft.inputs(2, 3)).containsExactly(1, 3, 5);
        assertThat(fft.inputs(3, 3)).containsExactly(3, 7);
        assertThat(fft.inputs(4, 3)).containsExactly(2, 3, 4);
    }

    @Test
    void treesGrowAndDominationsMove() {
        TaskGraph tree = graph(Dependence.TREE);
        TaskGraph dom = graph(Dependence.DOM);

        assertThat(List.of(tree.width(0), tree.width(2), tree.width(5))).containsExactly(1, 4, 8);
        assertThat(tree.tasks()).isEqualTo(1 + 2 + 4 + 8 + 8 + 8);
        assertThat(List.of(dom.offset(0), dom.width(0), dom.offset(2), dom.width(2)))
                .containsExactly(2, 1, 4, 3);
        assertThat(dom.inputs(1, 3)).containsExactly(2);
    }

    @Test
    void aSpreadIsShiftedAndThoseNearestAreCounted() {
        assertThat(graph(Dependence.SPREAD, 2, 3).inputs(2, 3)).containsExactly(3, 1);
        assertThat(graph(Dependence.NEAREST, 5, 1).inputs(1, 1)).containsExactly(0, 1, 2, 3);
        assertThat(graph(Dependence.NEAREST, 4, 1).inputs(1, 3)).containsExactly(1, 2, 3, 4);
        assertThat(graph(Dependence.ALL_TO_ALL).inputs(1, 3)).hasSize(WIDTH);
        assertThat(graph(Dependence.RANDOM_NEAREST, 5, 3).inputs(1, 4)).containsExactly(3, 4, 6);
    }

    @Test
    void whatTaskBenchRefusesIsRefused() {
        assertThatThrownBy(() -> graph(Dependence.SPREAD, 2, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyVectorOfItsOwnProgramIsMet() throws IOException {
        Path vectors = find();
        assumeTrue(vectors != null, "the vectors of Task Bench's own program, " + VECTORS + ", are not at hand");
        int checked = 0;
        for (Map.Entry<String, List<String>> section : sections(vectors).entrySet()) {
            assertThat(lines(parse(section.getKey()))).as(section.getKey()).isEqualTo(section.getValue());
            checked++;
        }
        assertThat(checked).isPositive();
    }

    /** Beside the project, or above it. */
    private static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isReadable(folder.resolve(VECTORS))) {
                return folder.resolve(VECTORS);
            }
        }
        return null;
    }

    private static Map<String, List<String>> sections(Path vectors) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Files.readAllLines(vectors)) {
            if (line.startsWith("#")) {
                current = new ArrayList<>();
                sections.put(line, current);
            } else if (!line.isBlank()) {
                current.add(line.strip());
            }
        }
        return sections;
    }

    /** For example {@code # -steps 6 -width 8 -type nearest -radix 5}. */
    private static TaskGraph parse(String head) {
        Map<String, String> options = new LinkedHashMap<>();
        Iterator<String> words = Arrays.asList(head.split("\\s+")).iterator();
        words.next();
        while (words.hasNext()) {
            options.put(words.next(), words.next());
        }
        return new TaskGraph(
                Dependence.valueOf(options.get("-type").toUpperCase(Locale.ROOT)),
                Integer.parseInt(options.get("-steps")),
                Integer.parseInt(options.get("-width")),
                Integer.parseInt(options.getOrDefault("-radix", "3")),
                Integer.parseInt(options.getOrDefault("-period", "1")),
                Double.parseDouble(options.getOrDefault("-fraction", "0.25")));
    }

    private static List<String> lines(TaskGraph graph) {
        List<String> lines = new ArrayList<>();
        for (int step = 0; step < graph.steps(); step++) {
            int first = graph.offset(step);
            for (int point = first; point < first + graph.width(step); point++) {
                StringBuilder line = new StringBuilder(step + " " + point + " <-");
                for (int input : graph.inputs(step, point)) {
                    line.append(' ').append(input);
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
