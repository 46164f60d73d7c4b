package org.spmjava.statecheck;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to tell the user about a program: data, so that a terminal, a build and a test can each show it their way.
 *
 * @param code what kind of finding it is
 * @param className the class that it is about, as {@link Class#getName()} gives it: of the chain, the last method that
 *     is the module's own
 * @param methodName what people call the method
 * @param sourcePath the class's source file below its source root, such as {@code demo/Primes.java}, if it is known
 * @param line the line of the source, or 0 if it is not known
 * @param what what is wrong, in one sentence
 * @param why why it is wrong
 * @param fix what to write instead
 * @param trails the shortest chains of calls that lead there; copied
 */
public record Finding(
        FindingCode code,
        String className,
        String methodName,
        Optional<String> sourcePath,
        int line,
        String what,
        String why,
        String fix,
        List<Trail> trails) {

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(methodName, "methodName");
        Objects.requireNonNull(sourcePath, "sourcePath");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(fix, "fix");
        trails = List.copyOf(trails);
    }

    /** How much it matters; never null. */
    public Severity severity() {
        return code.severity();
    }
}
