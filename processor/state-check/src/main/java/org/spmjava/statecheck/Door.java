package org.spmjava.statecheck;

import java.util.Objects;

/**
 * A method of the runtime that may be called in some states only.
 *
 * @param type the name of its class or interface, as {@link Class#getName()} gives it; subtypes have the same doors
 * @param method its name; with {@code *} at the end, all names that begin like that
 * @param kind what it opens
 */
public record Door(String type, String method, DoorKind kind) {

    /** Refuses null. */
    public Door {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(kind, "kind");
    }

    boolean isNamed(String name) {
        return method.endsWith("*") ? name.startsWith(method.substring(0, method.length() - 1)) : name.equals(method);
    }

    String internalName() {
        return type.replace('.', '/');
    }
}
