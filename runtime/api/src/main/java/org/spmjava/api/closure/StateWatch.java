package org.spmjava.api.closure;

import java.util.Optional;

/** Knows where the calling thread stands. Implemented by the runtime, asked by {@link Guard}. */
@FunctionalInterface
public interface StateWatch {

    /**
     * Compares what a method demands with where the calling thread stands.
     *
     * @param required what is demanded
     * @return where the thread stands, in words such as {@code Hub, online (command 3)}, if that is certainly not what
     *     is demanded; empty if it is, or if it cannot be known
     */
    Optional<String> refusal(RequiredState required);
}
