package org.spmjava.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Expressions that make a payload, laid out as a person would: on one line if it fits, else one argument a line. */
final class Construction {

    private static final int LINE = 64;

    private Construction() {}

    /** A whole payload, each field from an expression. */
    static CodeBlock payload(Payload payload, Function<Slot, CodeBlock> value) {
        CodeBlock meta = inner(payload.nested("Meta"), values(payload.meta(), value));
        CodeBlock core = inner(payload.nested("Core"), values(payload.core(), value));
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(
                inner(payload.nested("Spm"), List.of(meta, core, CodeBlock.of("$T.PENDING", payload.nested("Stat")))));
        arguments.addAll(values(payload.own(), value));
        return outer(payload.type(), arguments);
    }

    static List<CodeBlock> values(List<Slot> slots, Function<Slot, CodeBlock> value) {
        return slots.stream().map(value).toList();
    }

    /** An object, as the whole of a statement's expression: JavaPoet indents its continuation. */
    static CodeBlock outer(TypeName type, List<CodeBlock> arguments) {
        return fits(arguments)
                ? CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "))
                : CodeBlock.of("new $T(\n$L)", type, CodeBlock.join(arguments, ",\n"));
    }

    /** An object, as an argument. */
    static CodeBlock inner(TypeName type, List<CodeBlock> arguments) {
        return fits(arguments)
                ? CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "))
                : CodeBlock.of("new $T($>$>\n$L$<$<)", type, CodeBlock.join(arguments, ",\n"));
    }

    private static boolean fits(List<CodeBlock> arguments) {
        String joined = CodeBlock.join(arguments, ", ").toString();
        return joined.indexOf('\n') < 0 && withoutPackages(joined).length() <= LINE;
    }

    private static String withoutPackages(String code) {
        return code.replaceAll("\\b(?:[a-z0-9_]+\\.)+(?=[A-Z])", "");
    }
}
