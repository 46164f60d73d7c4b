package org.spmjava.core.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spmjava.api.communication.GridBlock;
import org.spmjava.api.communication.GridCommunicator.Boundary;

/** Domains that are divided, and their halos. */
class GridTest {

    private static final double UNTOUCHED = -1;

    @Test
    void everyHaloHoldsTheNeighboursValuesCornersIncluded() {
        Random random = new Random(5);
        for (int round = 0; round < 150; round++) {
            int size = 1 + round % 9;
            int halo = random.nextInt(3);
            int[] cells = new int[1 + random.nextInt(3)];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = 1 + random.nextInt(12);
            }
            cells[0] += 2 * size;
            Boundary boundary = random.nextBoolean() ? Boundary.PERIODIC : Boundary.CLOSED;
            check(size, round, boundary, halo, cells);
        }
    }

    private static void check(int size, long seed, Boundary boundary, int halo, int[] cells) {
        List<GridBlock> blocks = UnitUnderTest.run(size, seed, DefaultGridCommunicator::new, unit -> {
            GridBlock block = unit.divide(boundary, halo, cells);
            Arrays.fill(block.values(), UNTOUCHED);
            visit(block, 0, new int[cells.length], coordinates -> {
                if (isInner(block, coordinates)) {
                    block.set(global(block, cells, coordinates), coordinates);
                }
            });
            block.exchangeHalo();
            return block;
        });
        long[] held = {0};
        for (GridBlock block : blocks) {
            visit(block, halo, new int[cells.length], coordinates -> {
                boolean inside = boundary == Boundary.PERIODIC || isInDomain(block, cells, coordinates);
                assertThat(block.get(coordinates))
                        .as(
                                "%s of %s, halo %d, %d tasks, %s",
                                Arrays.toString(coordinates), Arrays.toString(cells), halo, size, boundary)
                        .isEqualTo(inside ? global(block, cells, coordinates) : UNTOUCHED);
                held[0] += isInner(block, coordinates) ? 1 : 0;
            });
        }
        assertThat(held[0]).isEqualTo(Arrays.stream(cells).asLongStream().reduce(1, (left, right) -> left * right));
    }

    private interface Visitor {
        void visit(int[] coordinates);
    }

    private static void visit(GridBlock block, int halo, int[] coordinates, Visitor visitor) {
        visit(block, halo, coordinates, 0, visitor);
    }

    private static void visit(GridBlock block, int halo, int[] coordinates, int dimension, Visitor visitor) {
        if (dimension == block.dimensions()) {
            visitor.visit(coordinates);
            return;
        }
        for (int i = -halo; i < block.cells(dimension) + halo; i++) {
            coordinates[dimension] = i;
            visit(block, halo, coordinates, dimension + 1, visitor);
        }
    }

    private static boolean isInner(GridBlock block, int[] coordinates) {
        for (int i = 0; i < coordinates.length; i++) {
            if (coordinates[i] < 0 || coordinates[i] >= block.cells(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInDomain(GridBlock block, int[] cells, int[] coordinates) {
        for (int i = 0; i < cells.length; i++) {
            int there = block.first(i) + coordinates[i];
            if (there < 0 || there >= cells[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number of a cell in the whole domain, wrapped around its edges. */
    private static double global(GridBlock block, int[] cells, int[] coordinates) {
        double number = 0;
        for (int i = 0; i < cells.length; i++) {
            number = number * cells[i] + Math.floorMod(block.first(i) + coordinates[i], cells[i]);
        }
        return number;
    }

    @Test
    void blocksAreAsCubicAsCanBe() {
        assertThat(ProcessGrid.of(8, 1, new int[] {100, 100, 100}).blocks()).containsExactly(2, 2, 2);
        assertThat(ProcessGrid.of(4, 1, new int[] {100, 100}).blocks()).containsExactly(2, 2);
        assertThat(ProcessGrid.of(4, 1, new int[] {1000, 10}).blocks()).containsExactly(4, 1);
        assertThat(ProcessGrid.of(7, 1, new int[] {10, 10}).blocks()).contains(7, 1);
        ProcessGrid uneven = ProcessGrid.of(3, 1, new int[] {11});
        assertThat(List.of(uneven.first(0, 0), uneven.first(0, 1), uneven.first(0, 2), uneven.first(0, 3)))
                .containsExactly(0, 4, 8, 11);
    }

    @Test
    void aDomainThatIsTooSmallIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessGrid.of(5, 1, new int[] {2, 2}))
                .withMessageContaining("cannot be divided among 5 tasks");
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessGrid.of(4, 3, new int[] {8}));
    }
}
