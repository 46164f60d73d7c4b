package org.spmjava.benchmarks.speed;

import java.util.Objects;
import java.util.Optional;

/**
 * A contestant that is said in a few words and a lambda.
 *
 * @param name see {@link Contestant}
 * @param says see {@link Contestant}
 * @param missing see {@link Contestant}
 * @param repetition see {@link Contestant#measure}
 */
public record Runner(String name, String says, Optional<String> missing, Repetition repetition) implements Contestant {

    /** One repetition. */
    @FunctionalInterface
    public interface Repetition {
        /** See {@link Contestant#measure}. */
        Measured run(Trial trial) throws Exception;
    }

    /** Refuses null. */
    public Runner {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(repetition, "repetition");
    }

    /** Somebody who can be measured everywhere. */
    public static Contestant of(String name, String says, Repetition repetition) {
        return new Runner(name, says, Optional.empty(), repetition);
    }

    @Override
    public Measured measure(Trial trial) throws Exception {
        return repetition.run(trial);
    }
}
