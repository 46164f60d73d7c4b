package org.spmjava.examples.make.ninja;

import java.util.Map;
import java.util.Set;

/**
 * How to make files.
 *
 * @param name its name
 * @param bindings its variables, looked up anew for each edge
 */
record NinjaRule(String name, Map<String, EvalString> bindings) {

    static final NinjaRule PHONY = new NinjaRule("phony", Map.of());

    private static final Set<String> NAMES = Set.of(
            "command",
            "depfile",
            "deps",
            "description",
            "dyndep",
            "generator",
            "msvc_deps_prefix",
            "pool",
            "restat",
            "rspfile",
            "rspfile_content");

    /** Whether a rule can have a variable of this name. */
    static boolean isBinding(String name) {
        return NAMES.contains(name);
    }
}
