package org.spmjava.api.communication;

/**
 * A block of a regular domain with its halo: the layers of the neighbours' cells around it. Coordinates are the block's
 * own: 0 is the first cell in a dimension, negative numbers and those from the extent on lie in the halo.
 */
public interface GridBlock {

    /**
     * How many dimensions the domain has.
     *
     * @return 1 to 3
     */
    int dimensions();

    /**
     * The block's extent, without halo.
     *
     * @param dimension from 0
     * @return at least 1
     */
    int cells(int dimension);

    /**
     * Where in the domain the block begins.
     *
     * @param dimension from 0
     * @return the domain's coordinate of the block's cell 0
     */
    int first(int dimension);

    /**
     * The values, halo included, with the last dimension contiguous: for inner loops.
     *
     * @return the block's own array, not a copy
     */
    double[] values();

    /**
     * Where a cell's value is among {@link #values()}: of two cells that are neighbours in a dimension, the places
     * differ by that dimension's {@link #stride}.
     *
     * @param coordinates one for each dimension
     * @return a place in the array
     * @throws IndexOutOfBoundsException if the cell is neither in the block nor in its halo
     */
    int index(int... coordinates);

    /**
     * How far neighbours in a dimension are apart among {@link #values()}.
     *
     * @param dimension from 0
     * @return at least 1
     */
    int stride(int dimension);

    /**
     * A cell's value.
     *
     * @param coordinates one for each dimension
     * @return the value
     * @throws IndexOutOfBoundsException if the cell is neither in the block nor in its halo
     */
    default double get(int... coordinates) {
        return values()[index(coordinates)];
    }

    /**
     * Sets a cell's value.
     *
     * @param value the value
     * @param coordinates one for each dimension
     * @throws IndexOutOfBoundsException if the cell is neither in the block nor in its halo
     */
    default void set(double value, int... coordinates) {
        values()[index(coordinates)] = value;
    }

    /**
     * Collective: fills the halo with the neighbours' present values, corners included. Where a closed domain ends, the
     * halo stays as it is.
     */
    void exchangeHalo();
}
