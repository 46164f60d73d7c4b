package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import java.util.Objects;
import java.util.Optional;

/**
 * How tasks of a pattern are managed, in the words of the runtime.
 *
 * @param policy the name of a constant of the runtime's {@code Policy}
 * @param grain the name of a constant of its {@code Grain}
 * @param handle what evaluators are handed beside their task; empty if, and only if, the grain is coarse
 */
public record Management(String policy, String grain, Optional<ClassName> handle) {

    /** @throws NullPointerException if anything is null */
    public Management {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(grain, "grain");
        Objects.requireNonNull(handle, "handle");
    }

    /** Whether tasks may turn to the Hub. */
    boolean mayTurnToTheHub() {
        return handle.isPresent();
    }

    /** Whether a payload is pushed together with the number of its evaluations. */
    boolean isRepeated() {
        return policy.equals(RuntimeTypes.REPEAT);
    }

    /**
     * Whether what the tasks of an aggregate return is combined on Spokes, key by key.
     *
     * @return true if the policy is decentralized
     */
    public boolean isByKey() {
        return policy.equals(RuntimeTypes.DECENTRALIZED);
    }

    /** Whether a task may be left that has not started: those of a unit start together. */
    boolean hasTasksThatWait() {
        return !grain.equals(RuntimeTypes.GENERAL);
    }
}
