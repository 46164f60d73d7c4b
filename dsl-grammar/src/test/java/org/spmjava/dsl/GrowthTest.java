package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.format.TypedefFormatter;
import org.spmjava.dsl.source.SourceText;

/**
 * A text of four times the size takes about four times the work, whatever it is made of. Compared is the processor time
 * of one thread for two sizes, the least of several runs each: that depends little on the machine and its load. Work
 * that grows with the square of the size takes sixteen times as long.
 */
class GrowthTest {

    private static final int SIZE = 32 << 10;
    private static final int FACTOR = 4;
    private static final double MOST_GROWTH = 9;
    private static final int RUNS = 2;

    /** Below this, what is measured is the clock. */
    private static final long NOTICEABLE_NANOS = 20_000_000;

    private static final Map<String, IntFunction<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("fields", size -> structs(size, "  scalar<string> field%d = \"text\";\n"));
        KINDS.put("fields, name first", size -> structs(size, "  field%d :: dict<string,int> = None;\n"));
        KINDS.put(
                "fields, compact",
                size -> structs(size, "  field%d :: scalar<int> = 3;\n")
                        .replace("{", "<")
                        .replace("};", ">;"));
        KINDS.put("fields of a task", size -> Typedefs.with(numbered(size, "scalar<int> f%d = 3;\n")));
        KINDS.put("one field again and again", size -> Typedefs.with(repeated(size, "scalar<int> f = 3;\n")));
        KINDS.put("comments", size -> Typedefs.with(repeated(size, "  # that says nothing\n")));
        KINDS.put("documented fields", size -> structs(size, "  # One.\n  # Two.\n  scalar<int> f%d = 3;\n"));
        KINDS.put("one line", size -> structs(size, "scalar<string> f%d = 3;").replace("\n", " "));
        KINDS.put("structs", size -> numbered(size, "struct S%d { scalar<int> a = 1; };\n"));
        KINDS.put("a chain of structs", size -> chain(size) + "struct S { };");
        KINDS.put("a ring of structs", size -> chain(size) + "struct S { scalar<S0> a = None; };");
        KINDS.put("many rings of structs", size -> chain(size).replace("}", "scalar<S0> b = None; }"));
        KINDS.put("structs by halves", size -> chain(size).replace("> a", "> a = None; tuple<S1> c"));
        KINDS.put("one enum", size -> "enum E {" + numbered(size, "C%d, ") + "};");
        KINDS.put("one constant", size -> "enum E {" + repeated(size, "C, ") + "};");
        KINDS.put("users of an enum", size -> enumAndUsers(size, "C0"));
        KINDS.put("users of the last constant", size -> enumAndUsers(size, "LAST"));
        KINDS.put("misspelt constants", size -> enumAndUsers(size, "LATS"));
        KINDS.put("misspelt types", size -> structs(size, "  scalar<stringSnipet> f%d = deferred;\n"));
        KINDS.put("misspelt initializers", size -> structs(size, "  scalar<int> f%d = defered;\n"));
        KINDS.put("missing semicolons", size -> structs(size, "  scalar<int> f%d = deferred\n"));
        KINDS.put("missing brackets", size -> structs(size, "  scalar<int f%d = deferred;\n"));
        KINDS.put(
                "errors in one line",
                size -> structs(size, "scalar<strin> f%d = 3;").replace("\n", " "));
        KINDS.put("tasks", size -> repeated(size, Typedefs.with("")));
        KINDS.put("imports", size -> repeated(size, "import \"common.spmtype\";\n"));
        KINDS.put("missing imports", size -> numbered(size, "import \"comon%d.spmtype\";\n"));
        KINDS.put("nested structs", size -> repeated(size, "struct a { ".repeat(60) + "}".repeat(60)));
        KINDS.put(
                "nested types", size -> "struct S {" + repeated(size, "a<".repeat(50) + ">".repeat(50) + " b = None;"));
        KINDS.put("endless nesting", size -> "task<list> {" + repeated(size, "scalar<"));
        KINDS.put("a long word", size -> "struct S { scalar<int> " + "a".repeat(size) + " = 3; };");
        KINDS.put("a long string", size -> "struct S { scalar<string> a = \"" + "\\n".repeat(size / 2) + "\"; };");
        KINDS.put("unknown characters", size -> "$".repeat(size));
        KINDS.put("unknown characters apart", size -> "struct S {" + repeated(size, "$ a; "));
        KINDS.put("soup", GrowthTest::soup);
        for (String scrap : new String[] {
            "{ ",
            "} ",
            "< ",
            "> ",
            "; ",
            "= ",
            ", ",
            ": ",
            ":: ",
            "@ ",
            "@Hub ",
            "\" ",
            "' ",
            "/* ",
            "//\n",
            "#\n",
            "a:b; ",
            "a b c ",
            "task ",
            "struct ",
            "enum ",
            "import ",
            "struct S<",
            "@Hub task<list> ",
            "\r",
            "\\ ",
            "-",
            "\uD83D\uDE00"
        }) {
            KINDS.put("outside: " + scrap.strip(), size -> repeated(size, scrap));
            KINDS.put("inside: " + scrap.strip(), size -> "task<list> { " + repeated(size, scrap));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compile", "format"})
    void workGrowsWithTheSizeAndNoFaster(String what) {
        boolean format = what.equals("format");
        KINDS.forEach((kind, text) -> {
            if (format && kind.contains("side: ")) {
                return;
            }
            SourceText small = Typedefs.text(text.apply(SIZE));
            SourceText large = Typedefs.text(text.apply(SIZE * FACTOR));
            // The large one first, which warms up what both need. A second look is for what disturbed the first.
            double growth = MOST_GROWTH;
            for (int look = 0; look < 3 && growth >= MOST_GROWTH; look++) {
                long after = least(large, format);
                growth = after < NOTICEABLE_NANOS ? 1 : (double) after / least(small, format);
            }
            assertThat(growth).as("%s: %s", what, kind).isLessThan(MOST_GROWTH);
        });
    }

    private static long least(SourceText source, boolean format) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, RUNS)
                .mapToLong(run -> {
                    long start = threads.getCurrentThreadCpuTime();
                    if (format) {
                        TypedefFormatter.format(source);
                    } else {
                        DiagnosticRenderer.render(TypedefCompiler.compile(source, Typedefs.goldenSources())
                                .diagnostics());
                    }
                    return threads.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }

    private static String repeated(int size, String scrap) {
        return scrap.repeat(Math.max(1, size / scrap.length()));
    }

    private static String numbered(int size, String format) {
        int length = format.formatted(1000).length();
        return IntStream.range(0, size / length).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String structs(int size, String field) {
        StringBuilder out = new StringBuilder();
        String fields = IntStream.range(0, 50).mapToObj(field::formatted).collect(Collectors.joining());
        for (int i = 0; out.length() < size; i++) {
            out.append("struct S").append(i).append(" {\n").append(fields).append("};\n");
        }
        return out.toString();
    }

    /** Each struct holds the next, and the last one none. */
    private static String chain(int size) {
        int count = size / 40;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String next = i == count - 1 ? "S" : "S" + (i + 1);
            out.append("struct S" + i + " { scalar<" + next + "> a = None; };\n");
        }
        return out.toString();
    }

    private static String enumAndUsers(int size, String constant) {
        return "enum E { " + numbered(size / 2, "C%d, ") + "LAST };\n"
                + structs(size / 2, "  scalar<E> f%d = " + constant + ";\n");
    }

    private static String soup(int size) {
        Random random = new Random(1);
        String[] scraps = {
            "<", ">", ";", "=", ",", ":", "::", "a", "scalar", "None", "\"x\"", "@", "3", "list", "{", "}"
        };
        StringBuilder out = new StringBuilder("task<list> {");
        while (out.length() < size) {
            out.append(scraps[random.nextInt(scraps.length)]).append(' ');
        }
        return out.toString();
    }
}
