package org.spmjava.core.communication;

import org.spmjava.api.communication.GridBlock;
import org.spmjava.api.communication.GridCommunicator;

/** The handle of the pattern grid. */
final class DefaultGridCommunicator extends DefaultCommunicator implements GridCommunicator {

    private static final int MOST_DIMENSIONS = 3;

    DefaultGridCommunicator(Door door, HubLine line, Values values, Peers peers) {
        super(door, line, values, peers);
    }

    @Override
    public GridBlock divide(Boundary boundary, int haloWidth, int... cells) {
        door().pass("divide");
        if (cells.length < 1 || cells.length > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a domain has 1 to 3 dimensions, not " + cells.length);
        }
        if (haloWidth < 0) {
            throw new IllegalArgumentException("a halo's width must not be negative, but is " + haloWidth);
        }
        for (int extent : cells) {
            if (extent < 1) {
                throw new IllegalArgumentException("each extent must be at least 1, but one is " + extent);
            }
        }
        ProcessGrid grid = ProcessGrid.of(size(), haloWidth, cells);
        return new DefaultGridBlock(this, grid, boundary == Boundary.PERIODIC, haloWidth);
    }
}
