package org.spmjava.examples.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spmjava.examples.common.UserError;

/** Inputs that are wrong, and inputs that only look so. */
class MistakesTest {

    @TempDir
    private Path directory;

    private final Runs runs = new Runs(3);

    @AfterEach
    void close() {
        runs.close();
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text.replace("|", "\n"))
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0 1|1 x; 2: 'x' is no number of a vertex",
                "0 1|-1 0; 2: '-1' is no number of a vertex",
                "0 1|# comment|2; 3: an edge has two ends, and not only '2'",
                "0 1|1 2 3; 2: there is a third column, though the first edge has none",
                "0 1 5|1 2; 2: the weight is missing, though the first edge has one",
                "0 1 5|1 2 -0.5; 2: the weight -0.5 is negative; shortest paths need 0 or more",
                "0 1 5|1 2 much; 2: 'much' is no weight",
                "0 1 5|1 2 1e999; 2: '1e999' is no weight",
                "0 1 5|1 2 1 1; 2: an edge has two ends and a weight, and nothing behind them",
                "3 3|0 1|1 2|2 3; 4: vertex 3 is too large: 3 vertices are announced, from 0",
                "# c|0 99999999999; 2: vertex 99999999999 is too large: the most is 2147483645",
                "%%MatrixMarket matrix array real general|2 2; 1: a graph is a matrix 'coordinate'",
                "%%MatrixMarket matrix coordinate complex general|2 2 0; 1: a graph is a matrix 'coordinate'",
                "%%MatrixMarket matrix coordinate pattern general|% c; 2: the line with the matrix's size is missing",
                "%%MatrixMarket matrix coordinate pattern general|2 3 1|1 1; 2: a graph's matrix is square",
                "%%MatrixMarket matrix coordinate pattern general|2 2|1 1; 2: a matrix's size is its rows",
                "%%MatrixMarket matrix coordinate pattern general|2 2 2|1 2; 2: 2 edges are announced, and there are 1",
                "%%MatrixMarket matrix coordinate pattern general|2 2 1|0 1; 3: vertices are numbered from 1 here",
                "%%MatrixMarket matrix coordinate pattern general|2 2 1|3 1; 3: vertex 3 is too large",
                "%%MatrixMarket matrix coordinate real symmetric|2 2 1|2 1; 3: the weight is missing",
            })
    void aMistakeIsToldWithItsLine(String text, String message) throws Exception {
        String file = file("graph.txt", text);
        assertThatThrownBy(() -> runs.run(file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + ":" + message.strip());
    }

    @Test
    void ofSeveralMistakesTheFirstIsToldWhoeverReadsIt() throws Exception {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i -> i == 400 || i == 900 ? "wrong " + i : i + " " + (i + 1))
                .collect(Collectors.joining("\n"));
        String file = file("graph.txt", lines);
        assertThatThrownBy(() -> runs.run(file)).hasMessage(file + ":401: 'wrong' is no number of a vertex");
    }

    @Test
    void anAnnouncementThatIsDemandedMustHold() throws Exception {
        String file = file("graph.txt", "4 3\n0 1\n1 2\n");
        assertThatThrownBy(() -> runs.run(file, "--header", "yes"))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":1: 3 edges are announced, and there are 2");
        runs.run(file, "-a", "cc");
        assertThat(runs.lines().get(0)).startsWith("graph: 5 vertices, 3 edges");
        runs.run(file("other.txt", "4 2\n0 1\n1 2\n"), "-a", "cc");
        assertThat(runs.lines().get(0)).startsWith("graph: 4 vertices, 2 edges");
        assertThat(runs.lines().get(1)).startsWith("cc: 2 components, the largest of 3 vertices");
        runs.run(file("other.txt", "4 2\n0 1\n1 2\n"), "-a", "cc", "--header=no");
        assertThat(runs.lines().get(0)).startsWith("graph: 4 vertices, 3 edges");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 0 vertices, 0 edges, ranked in 0 iterations, 0 levels, 0 components, the farthest at 0.0, 0 triangles",
                "# nothing|#; 0 vertices, 0 edges, ranked in 0 iterations, 0 levels, 0 components, the farthest at 0.0, 0 triangles",
                "5 0; 5 vertices, 0 edges, ranked in 1 iterations, 0 levels, 5 components, the farthest at 0.0, 0 triangles",
                "# c|7 7; 1 vertices, 0 edges, ranked in 1 iterations, 0 levels, 1 components, the farthest at 0.0, 0 triangles",
                "# c|1 2|2 1|1 2|2 2; 2 vertices, 1 edges, ranked in 1 iterations, 1 levels, 1 components, the farthest at 1.0, 0 triangles",
                "0 1 4|1 0 2.5||% c| 1\t2  1e0 ; 3 vertices, 2 edges, ranked in",
                "%%MatrixMarket matrix coordinate integer symmetric|% c|3 3 2|2 1 7|3 3 -1; 3 vertices",
            })
    void whatOnlyLooksWrongIsRead(String text, String answer) throws Exception {
        boolean negative = text.contains("-1");
        String algorithms = negative ? "pagerank,bfs,cc,tc" : "pagerank,bfs,cc,sssp,tc";
        assertThat(runs.run(file("graph.txt", text), "-a", algorithms, "--verify")
                        .answer())
                .startsWith(answer.strip())
                .endsWith("verified");
    }

    @Test
    void ofEdgesBetweenTheSameTwoTheLightestCounts() throws Exception {
        runs.run(file("graph.txt", "0 1 4|1 0 2.5|1 2 1"), "-a", "sssp", "--source", "0", "--verify");
        assertThat(runs.lines().get(1)).startsWith("sssp: from 0 to 3 vertices, the farthest at 3.5");
        runs.run(file("other.txt", "0 1 4|1 0 2.5|1 2 1"), "-a", "sssp", "--source", "0", "--directed");
        assertThat(runs.lines().get(1)).startsWith("sssp: from 0 to 3 vertices, the farthest at 5.0");
    }

    @Test
    void aSourceThatIsCutOffReachesItselfAlone() throws Exception {
        assertThat(runs.run(file("graph.txt", "4 2|0 1|1 2"), "--source", "3", "--verify")
                        .answer())
                .contains("0 levels", "verified");
        assertThat(runs.lines().get(2)).startsWith("bfs: from 3 to 1 vertices on 0 levels");
        assertThatThrownBy(() -> runs.run(file("graph.txt", "4 2|0 1|1 2"), "--source", "4"))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no vertex 4");
    }

    @Test
    void weightsOfZeroAndWithoutAnEndAreFine() throws Exception {
        assertThat(runs.run(file("graph.txt", "0 1 0|1 2 0|2 3 1e300|3 4 1e-300"), "-a", "sssp", "--verify")
                        .answer())
                .endsWith("verified");
    }

    @Test
    void aPathThatCrossesTheSpokesAtEveryStepIsOneComponent() throws Exception {
        String path = IntStream.range(0, 999)
                .mapToObj(i -> i * 337 % 1000 + " " + (i + 1) * 337 % 1000)
                .collect(Collectors.joining("\n"));
        assertThat(runs.run(file("graph.txt", path), "--verify").answer())
                .contains(" 1 components")
                .endsWith("verified");
    }

    @ParameterizedTest
    @CsvSource({
        "'', name a file or --rmat SCALE",
        "--rmat=40, --rmat is from 1 to 30",
        "--rmat=4 --damping=1, '--damping is from 0, and less than 1'",
        "--rmat=4 --source=-1, --source is the number of a vertex",
        "/does/not/exist, cannot read /does/not/exist",
    })
    void aWrongOptionIsTold(String args, String message) {
        List<String> split = args.isEmpty() ? List.of() : List.of(args.split(" "));
        assertThatThrownBy(() -> runs.run(split.toArray(String[]::new)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aFailedRunLeavesNoHalfWrittenResults() throws Exception {
        Path output = directory.resolve("results");
        String file = file("graph.txt", "0 1|1 x");
        assertThatThrownBy(() -> runs.run(file, "-o", output.toString())).isInstanceOf(UserError.class);
        assertThat(output).isEmptyDirectory();
    }
}
