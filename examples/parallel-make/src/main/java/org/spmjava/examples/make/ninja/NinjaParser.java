package org.spmjava.examples.make.ninja;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads a ninja build file, with those that it includes, as ninja 1.11 does: variables and their scopes, rules, pools,
 * build statements with implicit and order-only parts, defaults. Dynamic dependencies ({@code dyndep}) are refused.
 *
 * @see <a href="https://ninja-build.org/manual.html#_ninja_file_reference">Ninja file reference</a>
 */
public final class NinjaParser {

    /** The version whose language this is. */
    private static final int[] VERSION = {1, 11};
    /** Deeper than any build; a file that includes itself would never end. */
    private static final int MOST_NESTED = 100;

    private final Path directory;
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Edge> makers = new HashMap<>();
    private final Map<String, Integer> pools = new LinkedHashMap<>();
    private final Set<String> defaults = new LinkedHashSet<>();
    private int nested;

    private NinjaParser(Path directory) {
        this.directory = directory;
        pools.put("console", 1);
    }

    /**
     * Reads a build file.
     *
     * @param directory where the build takes place; paths within the file are relative to it
     * @param file the build file, relative to the directory
     * @return what it says
     * @throws IOException if it, or a file that it includes, cannot be read
     * @throws NinjaSyntaxException if it makes no sense
     */
    public static NinjaFile read(Path directory, String file) throws IOException, NinjaSyntaxException {
        NinjaParser parser = new NinjaParser(directory);
        Scope scope = new Scope(null);
        parser.parse(file, scope);
        return new NinjaFile(parser.edges, parser.targets(), parser.pools, scope.get("builddir"));
    }

    private void parse(String file, Scope scope) throws IOException, NinjaSyntaxException {
        NinjaLexer lexer = new NinjaLexer(file, Files.readString(directory.resolve(file)));
        while (lexer.nextStatement()) {
            String name = lexer.name();
            switch (name) {
                case "rule" -> rule(lexer, scope);
                case "build" -> build(lexer, scope);
                case "pool" -> pool(lexer, scope);
                case "default" -> defaults(lexer, scope);
                case "include" -> include(lexer, scope, scope);
                case "subninja" -> include(lexer, scope, new Scope(scope));
                default -> variable(lexer, scope, name);
            }
        }
    }

    private static void variable(NinjaLexer lexer, Scope scope, String name) throws NinjaSyntaxException {
        if (name.isEmpty()) {
            throw lexer.error("expected a statement");
        }
        lexer.expect("=", "`=`");
        String value = lexer.value().evaluate(scope::get);
        if (name.equals("ninja_required_version")) {
            requireVersion(lexer, value);
        }
        scope.set(name, value);
    }

    private static void requireVersion(NinjaLexer lexer, String required) throws NinjaSyntaxException {
        String[] numbers = required.strip().split("\\.");
        for (int i = 0; i < VERSION.length; i++) {
            int number = i < numbers.length ? number(lexer, numbers[i], "ninja_required_version") : 0;
            if (number != VERSION[i]) {
                if (number > VERSION[i]) {
                    throw lexer.error("the file requires ninja " + required + "; understood is the language of "
                            + VERSION[0] + "." + VERSION[1]);
                }
                return;
            }
        }
    }

    private static int number(NinjaLexer lexer, String text, String what) throws NinjaSyntaxException {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notOne) {
            throw lexer.error(what + " is no number: `" + text + "`");
        }
    }

    private static void rule(NinjaLexer lexer, Scope scope) throws NinjaSyntaxException {
        String name = lexer.name();
        if (name.isEmpty()) {
            throw lexer.error("expected the rule's name");
        }
        lexer.expectEndOfLine();
        Map<String, EvalString> bindings = new HashMap<>();
        while (lexer.nextOfBlock()) {
            String variable = lexer.name();
            if (!NinjaRule.isBinding(variable)) {
                throw lexer.error("rule `" + name + "` cannot have a variable `" + variable + "`");
            }
            lexer.expect("=", "`=`");
            bindings.put(variable, lexer.value());
        }
        if (!bindings.containsKey("command")) {
            throw lexer.error("rule `" + name + "` has no `command`");
        }
        if (bindings.containsKey("rspfile") != bindings.containsKey("rspfile_content")) {
            throw lexer.error("rule `" + name + "`: `rspfile` and `rspfile_content` need each other");
        }
        if (!scope.add(new NinjaRule(name, Map.copyOf(bindings)))) {
            throw lexer.error("a second rule `" + name + "`");
        }
    }

    private void pool(NinjaLexer lexer, Scope scope) throws NinjaSyntaxException {
        String name = lexer.name();
        if (name.isEmpty()) {
            throw lexer.error("expected the pool's name");
        }
        lexer.expectEndOfLine();
        Integer depth = null;
        while (lexer.nextOfBlock()) {
            String variable = lexer.name();
            if (!variable.equals("depth")) {
                throw lexer.error("a pool has a `depth` and no `" + variable + "`");
            }
            lexer.expect("=", "`=`");
            depth = number(lexer, lexer.value().evaluate(scope::get), "the pool's depth");
        }
        if (depth == null || depth < 0) {
            throw lexer.error("pool `" + name + "` needs a `depth` of at least 0");
        }
        if (pools.putIfAbsent(name, depth) != null) {
            throw lexer.error("a second pool `" + name + "`");
        }
    }

    private void defaults(NinjaLexer lexer, Scope scope) throws NinjaSyntaxException {
        List<EvalString> paths = paths(lexer);
        if (paths.isEmpty()) {
            throw lexer.error("expected a target's name");
        }
        for (String target : evaluate(lexer, paths, scope::get)) {
            if (!makers.containsKey(target)) {
                throw lexer.error("unknown target `" + target + "`");
            }
            defaults.add(target);
        }
        lexer.expectEndOfLine();
    }

    private void include(NinjaLexer lexer, Scope scope, Scope inner) throws IOException, NinjaSyntaxException {
        EvalString path = lexer.path();
        if (path.isEmpty()) {
            throw lexer.error("expected a file's name");
        }
        lexer.expectEndOfLine();
        String file = path.evaluate(scope::get);
        if (++nested > MOST_NESTED) {
            throw lexer.error("`" + file + "` is the " + nested + "th file within another: does one include itself?");
        }
        try {
            parse(file, inner);
        } catch (NoSuchFileException missing) {
            throw lexer.error("there is no file `" + file + "`");
        }
        nested--;
    }

    private void build(NinjaLexer lexer, Scope scope) throws NinjaSyntaxException {
        List<EvalString> outputs = paths(lexer);
        List<EvalString> implicitOutputs = lexer.take("|") ? paths(lexer) : List.of();
        if (outputs.isEmpty() && implicitOutputs.isEmpty()) {
            throw lexer.error("expected the path of an output");
        }
        lexer.expect(":", "`:`");
        String ruleName = lexer.name();
        NinjaRule rule = scope.rule(ruleName);
        if (rule == null) {
            throw lexer.error(ruleName.isEmpty() ? "expected a rule's name" : "unknown rule `" + ruleName + "`");
        }
        List<EvalString> inputs = paths(lexer);
        List<EvalString> implicitInputs = List.of();
        List<EvalString> orderOnly = List.of();
        List<EvalString> validations = List.of();
        for (boolean more = true; more; ) {
            if (lexer.take("||")) {
                orderOnly = paths(lexer);
            } else if (lexer.take("|@")) {
                validations = paths(lexer);
            } else if (lexer.take("|")) {
                implicitInputs = paths(lexer);
            } else {
                more = false;
            }
        }
        lexer.expectEndOfLine();
        Map<String, String> bindings = bindings(lexer, scope);
        UnaryOperator<String> lookup = name -> {
            String own = bindings.get(name);
            return own == null ? scope.get(name) : own;
        };
        if (!validations.isEmpty()) {
            throw lexer.error("validations (`|@`) are not supported");
        }
        Edge edge = new Edge(
                rule,
                scope,
                bindings,
                new Edge.Paths(
                        evaluate(lexer, outputs, lookup),
                        evaluate(lexer, implicitOutputs, lookup),
                        evaluate(lexer, inputs, lookup),
                        evaluate(lexer, implicitInputs, lookup),
                        evaluate(lexer, orderOnly, lookup)));
        add(lexer, edge);
    }

    private static Map<String, String> bindings(NinjaLexer lexer, Scope scope) throws NinjaSyntaxException {
        Map<String, String> bindings = new HashMap<>();
        while (lexer.nextOfBlock()) {
            String variable = lexer.name();
            lexer.expect("=", "`=`");
            bindings.put(variable, lexer.value().evaluate(name -> {
                String own = bindings.get(name);
                return own == null ? scope.get(name) : own;
            }));
        }
        return bindings;
    }

    private void add(NinjaLexer lexer, Edge edge) throws NinjaSyntaxException {
        try {
            if (!edge.binding("dyndep").isEmpty()) {
                throw lexer.error("dynamic dependencies (`dyndep`) are not supported");
            }
            String pool = edge.pool();
            if (!pool.isEmpty() && !pools.containsKey(pool)) {
                throw lexer.error("unknown pool `" + pool + "`");
            }
            edge.signature();
        } catch (IllegalArgumentException circle) {
            throw lexer.error(circle.getMessage());
        }
        for (String output : edge.outputs()) {
            if (makers.putIfAbsent(output, edge) != null) {
                throw lexer.error("two build statements make `" + output + "`");
            }
        }
        edges.add(edge);
    }

    private static List<EvalString> paths(NinjaLexer lexer) throws NinjaSyntaxException {
        List<EvalString> paths = new ArrayList<>();
        for (EvalString path = lexer.path(); !path.isEmpty(); path = lexer.path()) {
            paths.add(path);
        }
        return paths;
    }

    private static List<String> evaluate(NinjaLexer lexer, List<EvalString> paths, UnaryOperator<String> lookup)
            throws NinjaSyntaxException {
        List<String> evaluated = new ArrayList<>(paths.size());
        for (EvalString path : paths) {
            String text = path.evaluate(lookup);
            if (text.isEmpty()) {
                throw lexer.error("a path is empty");
            }
            evaluated.add(Canonical.path(text));
        }
        return List.copyOf(evaluated);
    }

    private List<String> targets() {
        if (!defaults.isEmpty()) {
            return List.copyOf(defaults);
        }
        Set<String> read = new HashSet<>();
        for (Edge edge : edges) {
            read.addAll(edge.inputs());
            read.addAll(edge.orderOnlyInputs());
        }
        return edges.stream()
                .flatMap(edge -> edge.outputs().stream())
                .filter(output -> !read.contains(output))
                .toList();
    }
}
