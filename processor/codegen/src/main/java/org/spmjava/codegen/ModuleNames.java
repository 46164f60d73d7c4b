package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names the constants of the generated enum {@code Module}. They travel, so they depend on the classes alone. */
final class ModuleNames {

    private ModuleNames() {}

    /** The evaluator classes by their constants, in their order. */
    static Map<String, ClassName> of(List<ClassName> evaluators) {
        Map<String, ClassName> names = new LinkedHashMap<>();
        for (ClassName evaluator : evaluators) {
            String wanted = constant(evaluator.simpleName());
            String name = wanted;
            for (int i = 2; names.containsKey(name); i++) {
                name = wanted + "_" + i;
            }
            names.put(name, evaluator);
        }
        return names;
    }

    /** {@code PrimeCounter} becomes {@code PRIME_COUNTER}. */
    private static String constant(String simpleName) {
        return simpleName
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }
}
