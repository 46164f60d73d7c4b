package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import org.spmjava.codegen.Management;

/**
 * A policy and a grain that go with a pattern, by the names of the runtime's constants.
 *
 * @param pattern the pattern
 * @param policy the policy
 * @param grain the grain
 * @param handle what evaluators are handed beside their task; empty if the grain is coarse
 */
record Combination(String pattern, String policy, String grain, Optional<ClassName> handle) {

    boolean hands(ClassName type) {
        return handle.equals(Optional.of(type));
    }

    Management management() {
        return new Management(policy, grain, handle);
    }
}
