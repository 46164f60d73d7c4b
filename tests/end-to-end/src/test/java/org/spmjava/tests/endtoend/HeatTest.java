package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.heat.Plate;

/** The example of a grid, beside two arrays. */
@ExtendWith(Census.class)
class HeatTest {

    private static final int ROWS = 23;
    private static final int COLUMNS = 38;
    private static final int STEPS = 60;
    private static final double FLOW = 0.2;

    /** One row and column more on each side than the plate has. */
    private static double[][] temperatures(boolean periodic) {
        double[][] now = new double[ROWS + 2][COLUMNS + 2];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                now[row + 1][column + 1] = Plate.atFirst(row, column);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            if (periodic) {
                for (int column = 1; column <= COLUMNS; column++) {
                    now[0][column] = now[ROWS][column];
                    now[ROWS + 1][column] = now[1][column];
                }
                for (int row = 1; row <= ROWS; row++) {
                    now[row][0] = now[row][COLUMNS];
                    now[row][COLUMNS + 1] = now[row][1];
                }
            }
            double[][] next = new double[ROWS + 2][COLUMNS + 2];
            for (int row = 1; row <= ROWS; row++) {
                for (int column = 1; column <= COLUMNS; column++) {
                    double around =
                            now[row - 1][column] + now[row + 1][column] + now[row][column - 1] + now[row][column + 1];
                    next[row][column] = now[row][column] + FLOW * (around - 4 * now[row][column]);
                }
            }
            now = next;
        }
        double[][] plate = new double[ROWS][COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(now[row + 1], 1, plate[row], 0, COLUMNS);
        }
        return plate;
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsExactlyAsWarmAsInTheArrays(Sessions session) throws Exception {
        try (VirtualCloud cloud = session.open()) {
            Plate plate = new Plate(cloud);
            for (boolean periodic : new boolean[] {false, true}) {
                Conclusion conclusion = plate.spread(ROWS, COLUMNS, STEPS, FLOW, periodic, cloud.intraAll());
                assertThat(conclusion.concludedWell()).as(conclusion.toString()).isTrue();
                assertThat(conclusion.tasks()).hasSize(cloud.intraAll().size());
                assertThat(plate.temperatures()).isDeepEqualTo(temperatures(periodic));
            }
        }
    }

    @Test
    void itSaysTheSameInASerialSession() throws Exception {
        String main = "org.spmjava.examples.heat.Heat";
        String[] size = {"--rows", "50", "--columns", "70", "--steps", "100", "--periodic"};
        Java.Run parallel = Java.run(main, concat(size, "--spokes", "2"));
        Java.Run serial = Java.run(main, concat(size, "--spokes", "2", "--serial"));
        assertThat(parallel.exitCode()).isZero();
        assertThat(parallel.output())
                .startsWith("2 tasks, 100 steps: the mean is ")
                .isEqualTo(serial.output());
    }

    private static String[] concat(String[] left, String... right) {
        return Stream.of(left, right).flatMap(Stream::of).toArray(String[]::new);
    }
}
