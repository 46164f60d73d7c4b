package org.spmjava.api.value;

import java.util.Objects;

/**
 * A class that a Spoke loads and initialises before it goes online: a {@code module} in a typedef's
 * {@code modulePreload}.
 *
 * @param className the binary name of the class
 */
public record ModuleRef(String className) {

    /** Refuses null. */
    public ModuleRef {
        Objects.requireNonNull(className, "className");
    }

    /**
     * Refers to a class, without initialising it.
     *
     * @param module a class that is on the Spokes' class path too
     * @return the reference
     */
    public static ModuleRef of(Class<?> module) {
        return new ModuleRef(module.getName());
    }
}
