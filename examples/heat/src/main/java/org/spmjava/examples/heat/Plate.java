package org.spmjava.examples.heat;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.GridBlock;
import org.spmjava.api.communication.GridCommunicator;
import org.spmjava.api.communication.GridCommunicator.Boundary;

/** The heat equation on a plate, by Jacobi's method: in each step, heat flows from each cell to its four neighbours. */
@TaskManager(typedef = "Plate.spmtype", pattern = Pattern.GRID)
public final class Plate {

    private final PlateManager manager;
    private double[][] temperatures;

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Plate(VirtualCloud cloud) {
        manager = PlateManager.define(cloud, this::taskStat);
    }

    /**
     * Stage 0: one payload, which every Spoke of the pool evaluates at the same time.
     *
     * @param rows the plate's extent
     * @param columns the plate's extent
     * @param steps how many steps heat spreads
     * @param flow how much of the difference between two neighbours flows in a step, at most 0.25
     * @param periodic whether opposite edges are joined; else it is always 0 beyond the edges
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if a task failed
     */
    @Offline
    @Hub
    public Conclusion spread(int rows, int columns, int steps, double flow, boolean periodic, Pool pool)
            throws Exception {
        temperatures = new double[rows][columns];
        manager.task()
                .label("plate")
                .module(PlateTask.Module.PLATE)
                .timeout(Timeout.afterSeconds(300))
                .rows(rows)
                .columns(columns)
                .steps(steps)
                .flow(flow)
                .periodic(periodic)
                .push();
        return manager.manage(
                pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), Timeout.afterSeconds(600));
    }

    /** Stage 1: puts a part in its place. */
    @Online
    @Hub
    private void taskStat(TaskStatus<PlateTask, PlateTask.Part> status) {
        PlateTask.Part part = status.returnValue();
        double[] values = part.values();
        for (int row = 0; row < part.rows(); row++) {
            System.arraycopy(
                    values,
                    row * part.columns(),
                    temperatures[part.firstRow() + row],
                    part.firstColumn(),
                    part.columns());
        }
    }

    // tag::evaluate[]
    /** Stage 2: lets heat spread on one part of the plate, whose rim the neighbours see. */
    @Online
    @Spoke
    static PlateTask.Part taskEval(PlateTask task, GridCommunicator grid) {
        Boundary boundary = task.periodic() ? Boundary.PERIODIC : Boundary.CLOSED;
        GridBlock now = grid.divide(boundary, 1, task.rows(), task.columns());
        GridBlock next = grid.divide(boundary, 1, task.rows(), task.columns());
        int rows = now.cells(0);
        int columns = now.cells(1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                now.set(atFirst(now.first(0) + row, now.first(1) + column), row, column);
            }
        }
        for (int step = 0; step < task.steps(); step++) {
            now.exchangeHalo();
            step(now, next, task.flow());
            GridBlock free = now;
            now = next;
            next = free;
        }
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(now.values(), now.index(row, 0), values, row * columns, columns);
        }
        return PlateTask.Part.of(now.first(0), now.first(1), rows, columns, values);
    }

    private static void step(GridBlock from, GridBlock to, double flow) {
        double[] now = from.values();
        double[] next = to.values();
        int down = from.stride(0);
        for (int row = 0; row < from.cells(0); row++) {
            int begin = from.index(row, 0);
            for (int i = begin; i < begin + from.cells(1); i++) {
                double around = now[i - down] + now[i + down] + now[i - 1] + now[i + 1];
                next[i] = now[i] + flow * (around - 4 * now[i]);
            }
        }
    }
    // end::evaluate[]

    /**
     * How warm a cell is at first.
     *
     * @param row the cell's
     * @param column the cell's
     * @return its temperature: 100 in some cells, 0 in most
     */
    public static double atFirst(int row, int column) {
        return row % 7 == 3 && (row + column) % 11 == 5 ? 100 : 0;
    }

    /**
     * The plate after the last step.
     *
     * @return the temperatures, by row and column
     */
    public double[][] temperatures() {
        double[][] copy = new double[temperatures.length][];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = temperatures[row].clone();
        }
        return copy;
    }
}
