package org.spmjava.examples.make.ninja;

import java.util.HashMap;
import java.util.Map;

/** Variables and rules of a file, seen by the files that it names as {@code subninja}. */
final class Scope {

    private final Scope parent;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, NinjaRule> rules = new HashMap<>();

    Scope(Scope parent) {
        this.parent = parent;
        if (parent == null) {
            rules.put(NinjaRule.PHONY.name(), NinjaRule.PHONY);
        }
    }

    void set(String name, String value) {
        variables.put(name, value);
    }

    /** The value of a variable, empty if no scope has it. */
    String get(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            String value = scope.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    /** Adds a rule; false if this scope has one of its name already. */
    boolean add(NinjaRule rule) {
        return rules.putIfAbsent(rule.name(), rule) == null;
    }

    /** The rule of a name, null if no scope has it. */
    NinjaRule rule(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            NinjaRule rule = scope.rules.get(name);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }
}
