package org.spmjava.statecheck;

import java.util.List;
import java.util.Objects;

/**
 * A chain of calls, the first method first.
 *
 * @param label what it leads to, in a word
 * @param frames the methods; copied
 */
public record Trail(String label, List<Frame> frames) {

    /** Refuses null. */
    public Trail {
        Objects.requireNonNull(label, "label");
        frames = List.copyOf(frames);
    }
}
