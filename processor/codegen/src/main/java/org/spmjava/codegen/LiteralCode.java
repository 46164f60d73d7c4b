package org.spmjava.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.time.Duration;
import org.spmjava.dsl.model.Literal;

/** The Java of a value that a typedef gives to a field. */
final class LiteralCode {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private LiteralCode() {}

    /** An expression of {@code type}, the Java type of the field. */
    static CodeBlock of(Literal literal, TypeName type) {
        if (literal instanceof Literal.Whole whole) {
            return CodeBlock.of(type.equals(TypeName.LONG) ? "$LL" : "$L", whole.value());
        } else if (literal instanceof Literal.Text text) {
            return CodeBlock.of("$S", text.value());
        } else if (literal instanceof Literal.Time time) {
            return time(time.value(), type);
        } else if (literal instanceof Literal.Constant constant) {
            return CodeBlock.of("$T.$L", type, constant.name());
        }
        return CodeBlock.of("$L", literal.text());
    }

    private static CodeBlock time(Duration value, TypeName type) {
        long nanos = value.toNanos();
        boolean timeout = type.equals(RuntimeTypes.TIMEOUT);
        if (nanos % NANOS_PER_SECOND == 0) {
            return CodeBlock.of(
                    timeout ? "$T.afterSeconds($L)" : "$T.ofSeconds($L)", type, nanos / NANOS_PER_SECOND + "L");
        } else if (nanos % NANOS_PER_MILLI == 0) {
            return CodeBlock.of(
                    timeout ? "$T.afterMillis($L)" : "$T.ofMillis($L)", type, nanos / NANOS_PER_MILLI + "L");
        }
        return CodeBlock.of(timeout ? "new $T($L)" : "$T.ofNanos($L)", type, nanos + "L");
    }
}
