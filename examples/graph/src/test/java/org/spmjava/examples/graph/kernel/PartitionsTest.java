package org.spmjava.examples.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spmjava.examples.graph.input.Rmat;
import org.spmjava.examples.graph.serial.Oracle;

class PartitionsTest {

    private static final Rmat RMAT = new Rmat(9, 8, 3);

    @ParameterizedTest
    @CsvSource({"1, 64", "2, 64", "3, 1", "4, 1000000"})
    void howeverManySlabsThereAreTheTrianglesAreTheSame(int tasks, int slabSize) throws Exception {
        List<Triangles.Result> results =
                ThreadedTasks.run(tasks, all -> Triangles.run(Loader.load(RMAT, false, false, all), slabSize, all));
        long expected = Oracle.of(RMAT, false, false).triangles();
        assertThat(results)
                .hasSize(tasks)
                .allSatisfy(result -> assertThat(result.triangles()).isEqualTo(expected));
        assertThat(results.get(0).supersteps() > 4).isEqualTo(slabSize < 1000);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true", "5, false"})
    void thePartsTogetherAreTheGraph(int tasks, boolean directed) throws Exception {
        List<Partition> parts = ThreadedTasks.run(tasks, all -> Loader.load(RMAT, directed, true, all));
        Oracle oracle = Oracle.of(RMAT, directed, true);
        long arcs = 0;
        for (Partition part : parts) {
            assertThat(part.vertices()).isEqualTo(oracle.vertices());
            assertThat(part.edges()).isEqualTo(oracle.edges());
            for (int v = 0; v < part.owned(); v++) {
                for (int arc = part.out.start()[v]; arc < part.out.start()[v + 1]; arc++) {
                    assertThat(oracle.joined(
                                    part.global(v), part.global(part.out.targets()[arc])))
                            .isTrue();
                    arcs++;
                }
                assertThat(part.local(part.global(v))).isEqualTo(v);
                assertThat(part.owner(part.global(v))).isEqualTo(part.rank);
            }
            for (int ghost = 0; ghost < part.ghosts.length; ghost++) {
                int owner = part.ownerOfGhost(ghost);
                int[] mirrors = parts.get(owner).mirrors[part.rank];
                assertThat(parts.get(owner).global(mirrors[ghost - part.ghostStart[owner]]))
                        .isEqualTo(part.ghosts[ghost]);
            }
        }
        assertThat(arcs).isEqualTo(directed ? oracle.edges() : 2 * oracle.edges());
    }
}
