package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.spmjava.api.communication.GridBlock;

/** A task's block: its cells, and the halo around them. */
final class DefaultGridBlock implements GridBlock {

    private final DefaultGridCommunicator unit;
    private final ProcessGrid grid;
    private final boolean periodic;
    private final int halo;
    private final int[] place;
    private final int[] cells;
    private final int[] first;
    private final int[] strides;
    private final double[] values;

    DefaultGridBlock(DefaultGridCommunicator unit, ProcessGrid grid, boolean periodic, int halo) {
        this.unit = unit;
        this.grid = grid;
        this.periodic = periodic;
        this.halo = halo;
        this.place = grid.place(unit.rank());
        int dimensions = place.length;
        this.cells = new int[dimensions];
        this.first = new int[dimensions];
        this.strides = new int[dimensions];
        long length = 1;
        for (int i = dimensions - 1; i >= 0; i--) {
            first[i] = grid.first(i, place[i]);
            cells[i] = grid.first(i, place[i] + 1) - first[i];
            strides[i] = (int) length;
            length *= cells[i] + 2L * halo;
            if (length > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("a block of a domain of " + Arrays.toString(grid.cells())
                        + " cells has more values than an array holds: use more Spokes");
            }
        }
        this.values = new double[(int) length];
    }

    @Override
    public int dimensions() {
        return cells.length;
    }

    @Override
    public int cells(int dimension) {
        return cells[dimension];
    }

    @Override
    public int first(int dimension) {
        return first[dimension];
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public int index(int... coordinates) {
        if (coordinates.length != cells.length) {
            throw new IndexOutOfBoundsException(coordinates.length + " coordinates in " + cells.length + " dimensions");
        }
        int index = 0;
        for (int i = 0; i < cells.length; i++) {
            if (coordinates[i] < -halo || coordinates[i] >= cells[i] + halo) {
                throw new IndexOutOfBoundsException("cell " + Arrays.toString(coordinates)
                        + " is neither in the block of " + Arrays.toString(cells) + " cells nor in its halo of "
                        + halo);
            }
            index += (coordinates[i] + halo) * strides[i];
        }
        return index;
    }

    @Override
    public int stride(int dimension) {
        return strides[dimension];
    }

    /** Dimension by dimension: what came along one goes on along the next, and so into the corners. */
    @Override
    public void exchangeHalo() {
        int shape = 31 * Arrays.hashCode(grid.cells()) + halo;
        for (int dimension = 0; dimension < cells.length; dimension++) {
            Step step = unit.begin(Operation.EXCHANGE_HALO, shape + dimension, "");
            if (halo == 0) {
                continue;
            }
            if (grid.blocks()[dimension] > 1) {
                exchange(step, dimension);
            } else if (periodic) {
                wrap(dimension);
            }
        }
    }

    private void exchange(Step step, int dimension) {
        int below = neighbour(dimension, -1);
        int above = neighbour(dimension, 1);
        Courier courier = unit.courier();
        if (below >= 0) {
            courier.send(below, step, pack(slab(dimension, 0)));
        }
        if (above >= 0) {
            courier.send(above, step, pack(slab(dimension, cells[dimension] - halo)));
        }
        // In this order: if both are one and the same, it has sent its lower slab first.
        if (above >= 0) {
            unpack(slab(dimension, cells[dimension]), courier.take(above, step).value());
        }
        if (below >= 0) {
            unpack(slab(dimension, -halo), courier.take(below, step).value());
        }
    }

    /** A rank, or -1 where a closed domain ends. */
    private int neighbour(int dimension, int direction) {
        int count = grid.blocks()[dimension];
        int there = place[dimension] + direction;
        if (!periodic && (there < 0 || there >= count)) {
            return -1;
        }
        int[] neighbour = place.clone();
        neighbour[dimension] = Math.floorMod(there, count);
        return grid.rank(neighbour);
    }

    /** The only block of a dimension is its own neighbour, maybe many times over. */
    private void wrap(int dimension) {
        int extent = cells[dimension];
        for (int layer = 0; layer < halo; layer++) {
            copyLayer(dimension, Math.floorMod(layer - halo, extent), layer - halo);
            copyLayer(dimension, layer % extent, extent + layer);
        }
    }

    private void copyLayer(int dimension, int from, int to) {
        Slab source = slab(dimension, from).thin();
        unpack(slab(dimension, to).thin(), ByteBuffer.wrap(pack(source)));
    }

    /**
     * The cells that travel together.
     *
     * @param low the least coordinates
     * @param high the coordinates after the greatest
     */
    private record Slab(int dimension, int[] low, int[] high) {

        Slab thin() {
            high[dimension] = low[dimension] + 1;
            return this;
        }

        int size() {
            int size = 1;
            for (int i = 0; i < low.length; i++) {
                size *= high[i] - low[i];
            }
            return size;
        }
    }

    /**
     * As thick as the halo, from a coordinate on. In dimensions that were exchanged before, it reaches into the halo,
     * but not beyond the end of a closed domain.
     */
    private Slab slab(int dimension, int from) {
        int[] low = new int[cells.length];
        int[] high = cells.clone();
        for (int i = 0; i < dimension; i++) {
            low[i] = periodic || place[i] > 0 ? -halo : 0;
            high[i] += periodic || place[i] < grid.blocks()[i] - 1 ? halo : 0;
        }
        low[dimension] = from;
        high[dimension] = from + halo;
        return new Slab(dimension, low, high);
    }

    private byte[] pack(Slab slab) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(slab.size(), Double.BYTES));
        copy(slab, 0, 0, bytes.asDoubleBuffer(), true);
        return bytes.array();
    }

    private void unpack(Slab slab, ByteBuffer bytes) {
        copy(slab, 0, 0, bytes.asDoubleBuffer(), false);
    }

    private void copy(Slab slab, int dimension, int offset, DoubleBuffer buffer, boolean out) {
        int low = slab.low()[dimension];
        int high = slab.high()[dimension];
        if (dimension == cells.length - 1) {
            if (out) {
                buffer.put(values, offset + low + halo, high - low);
            } else {
                buffer.get(values, offset + low + halo, high - low);
            }
            return;
        }
        for (int i = low; i < high; i++) {
            copy(slab, dimension + 1, offset + (i + halo) * strides[dimension], buffer, out);
        }
    }
}
