package org.spmjava.statecheck;

import java.util.Optional;

/**
 * What a call reaches, as far as the rules must know it.
 *
 * @param ref the method
 * @param method the same as it was read; empty if its code is not followed
 * @param door the door that it is, if it is one
 */
record Target(MethodRef ref, Optional<Method> method, Optional<DoorKind> door) {

    static Target of(Method method) {
        return new Target(method.ref(), Optional.of(method), Optional.empty());
    }

    /** Whether nothing is known that could forbid to reach it. */
    boolean isAllowedEverywhere() {
        return door.isEmpty() && (method.isEmpty() || !method.get().isAnnotated());
    }

    Side side() {
        return door.map(DoorKind::side).orElse(method.map(Method::side).orElse(Side.UNSAID));
    }

    Line line() {
        return method.map(Method::line).orElse(Line.UNSAID);
    }
}
