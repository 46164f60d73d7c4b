package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.dsl.diagnostic.DiagnosticCode.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.model.EnumType;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Literal;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.model.StructType;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.TypeDefinition;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.source.TypedefSources;

/**
 * What stands beside tasks and in front of them: structs, enums, imports, states; and values that fields begin with.
 */
class DeclarationsTest {

    private static final String TYPES = """
            # Where something is.
            struct Point { scalar<double> x = 0.0; y :: scalar<double> = deferred; };
            Color :: enum {
              # Like blood.
              RED,
              GREEN, BLUE,
            };
            struct Unused { scalar<Point> p = None; };
            """;

    @Test
    void aTaskKnowsTheTypesThatItsFieldsName() {
        TaskType task = task(TYPES, "tuple<Point> points = None; scalar<Color> color = GREEN;");

        assertThat(task.types()).extracting(TypeDefinition::name).containsExactly("Color", "Point");
        EnumType color = (EnumType) task.types().get(0);
        assertThat(color.constants()).extracting(EnumType.Constant::name).containsExactly("RED", "GREEN", "BLUE");
        assertThat(color.constants().get(0).documentation()).contains("Like blood.");
        StructType point = (StructType) task.types().get(1);
        assertThat(point.documentation()).contains("Where something is.");
        assertThat(point.fields()).extracting(Field::name).containsExactly("x", "y");
        assertThat(task.field("points").orElseThrow().type())
                .isEqualTo(new Tuple(new NamedType("Point", NamedType.Kind.STRUCT)));
        assertThat(task.field("color").orElseThrow().initializer()).isEqualTo(new Literal.Constant("GREEN"));
    }

    @Test
    void aTypeThatATaskDoesNotNameDoesNotCountForItsMeaning() {
        assertThat(task(TYPES, "scalar<int> n = 1;").fingerprint())
                .isEqualTo(task("", "scalar<int> n = 1;").fingerprint());
        assertThat(task(TYPES, "scalar<Point> p = None;").fingerprint())
                .isNotEqualTo(task(TYPES.replace("0.0", "1.0"), "scalar<Point> p = None;")
                        .fingerprint());
    }

    @Test
    void aStructMayHoldItselfInAContainer() {
        TaskType task = task("struct Tree { tuple<Tree> children = None; };", "scalar<Tree> tree = deferred;");

        assertThat(task.types()).extracting(TypeDefinition::name).containsExactly("Tree");
    }

    @Test
    void aListIsATuple() {
        assertThat(task("", "list<int> n = None;").canonicalText())
                .isEqualTo(task("", "tuple<int> n = None;").canonicalText());
    }

    @Test
    void arraysAreValues() {
        assertThat(task("", "scalar<int[]> n = None;").field("n").orElseThrow().type())
                .isEqualTo(new Scalar(ValueType.INT_ARRAY));
    }

    @Test
    void aFieldMayBeginWithAValue() {
        assertThat(initial("int", "-3")).isEqualTo(new Literal.Whole(-3));
        assertThat(initial("int", "2147483647")).isEqualTo(new Literal.Whole(Integer.MAX_VALUE));
        assertThat(initial("long", "-9223372036854775808")).isEqualTo(new Literal.Whole(Long.MIN_VALUE));
        assertThat(initial("double", "3")).isEqualTo(new Literal.Real(3));
        assertThat(initial("double", "-1.5e-3")).isEqualTo(new Literal.Real(-0.0015));
        assertThat(initial("bool", "true")).isEqualTo(new Literal.Truth(true));
        assertThat(initial("string", "\"a # \\\"b\\\" \\\\ \\n\\t\\r\\u00fc\""))
                .isEqualTo(new Literal.Text("a # \"b\" \\ \n\t\r\u00fc"));
        assertThat(initial("duration", "0ns")).isEqualTo(new Literal.Time(Duration.ZERO));
        assertThat(initial("timeout", "1d")).isEqualTo(new Literal.Time(Duration.ofDays(1)));
        assertThat(initial("timeout", "500ms")).isEqualTo(new Literal.Time(Duration.ofMillis(500)));
    }

    @Test
    void theCanonicalTextIsATypedefOfTheSameMeaning() {
        TaskType task = task(
                TYPES,
                "scalar<Point> p = None; scalar<Color> c = RED; scalar<string> s = \"\\u00fc\\\"\";"
                        + " @Hub scalar<duration> d = 2h; scalar<double> r = 1e300; list<bool[]> b = None;");
        TaskType again =
                Typedefs.model(Typedefs.text(task.canonicalText())).tasks().get(0);

        assertThat(again.canonicalText()).isEqualTo(task.canonicalText());
    }

    @Test
    void statesAreKept() {
        TaskType task = Typedefs.model(
                        Typedefs.text("# Doc.\n@Offline @Hub\n" + Typedefs.with("@Self scalar<int> n = 1;")))
                .tasks()
                .get(0);

        assertThat(task.states()).containsExactly(State.OFFLINE, State.HUB);
        assertThat(task.field("n").orElseThrow().states()).containsExactly(State.SELF);
        assertThat(task.documentation()).contains("Doc.");
    }

    @Test
    void theCompactSpellingMeansTheSame() {
        String plain = TYPES + Typedefs.with("dict<string,Point> points = None; color :: scalar<Color> = RED;");
        String compact =
                plain.replace(" };", ">;").replace("};", ">;").replace("{", "<").replace("}", ">");

        assertThat(compact).contains("task<list> <", "struct meta <").doesNotContain("{");
        assertThat(canonical(compact)).isEqualTo(canonical(plain));
        assertThat(canonical(compact.replace(";", ",").replaceAll("(?m)^(>|struct .*>),$", "$1")))
                .isEqualTo(canonical(plain));
        assertThat(canonical(compact.replaceAll("[;,]\\s*>", " >").replaceAll("> *; *\\n", ">\n")))
                .isEqualTo(canonical(plain));
    }

    @Test
    void typesAreImportedThroughOthers() {
        Map<String, String> files = Map.of(
                "a.spmtype",
                "import \"b.spmtype\"; struct Circle { scalar<Point> centre = deferred; };",
                "b.spmtype",
                TYPES);
        String text = "import \"a.spmtype\";\nimport \"b.spmtype\";\n"
                + Typedefs.with("scalar<Circle> c = None; scalar<Color> d = BLUE;");
        TaskType task = TypedefCompiler.compile(Typedefs.text(text), Typedefs.sources(files))
                .file()
                .orElseThrow()
                .tasks()
                .get(0);

        assertThat(task.types()).extracting(TypeDefinition::name).containsExactly("Circle", "Color", "Point");
        assertThat(task.types().get(0).importedFrom()).contains("a.spmtype");
    }

    @Test
    void aMistakeInAnImportedFileIsReportedThereAndNowhereElse() {
        Map<String, String> files = Map.of("a.spmtype", "struct Point { scalar<dubble> x = None; };");
        List<Diagnostic> diagnostics = TypedefCompiler.compile(
                        Typedefs.text("import \"a.spmtype\";\n"
                                + Typedefs.with("scalar<Point> p = None; scalar<Elsewhere> e = None;")),
                        Typedefs.sources(files))
                .diagnostics();

        assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(UNKNOWN_TYPE);
        assertThat(diagnostics.get(0).source().name()).isEqualTo("a.spmtype");
    }

    @Test
    void aCircleOfImportsThatHoldsTheFileItselfIsOneError() {
        Map<String, String> files = Map.of(
                "a.spmtype",
                "import \"b.spmtype\"; struct Point { scalar<double> x = None; };",
                "b.spmtype",
                "import \"a.spmtype\"; enum Color { RED };");
        TypedefSources sources = Typedefs.sources(files);
        List<Diagnostic> diagnostics = TypedefCompiler.compile(
                        sources.find("a.spmtype").orElseThrow(), sources)
                .diagnostics();

        assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(IMPORT_CYCLE);
        assertThat(diagnostics.get(0).source().name()).isEqualTo("b.spmtype");
        assertThat(diagnostics.get(0).message())
                .isEqualTo("`a.spmtype` imports itself: `a.spmtype` → `b.spmtype` → `a.spmtype`.");
    }

    @Test
    void anImportThatIsMissingHidesNoOtherMistake() {
        assertThat(codes("import \"a.spmtype\";", "scalar<Elsewhere> e = None; scalar<int> n = true;"))
                .containsExactly(IMPORT_NOT_FOUND, LITERAL_TYPE);
    }

    @Test
    void fiveMistakesAreFiveErrors() {
        assertThat(codes(
                        "enum Color { RED GREEN };\nstruct Point { scalar<Pint> p = None; scalar<Point> q = None; };",
                        "scalar<Color> c = GREY; @Hubb scalar<int> n = \"x\"; scalar<long> m = 99999999999999999999;"))
                .containsExactly(
                        MISSING_SYMBOL, UNKNOWN_TYPE, ENDLESS_STRUCT, UNKNOWN_STATE, LITERAL_TYPE, LITERAL_RANGE);
    }

    @Test
    void aWordIsMeantToBeAnyOfManyNames() {
        String constants = IntStream.range(0, 100).mapToObj(i -> "COLOR_" + i).collect(Collectors.joining(", "));
        String text = "enum Hue { " + constants + ", ULTRAMARINE };\nstruct Picture { scalar<int> n = 1; };\n"
                + Typedefs.with("scalar<Hue> h = ULTRAMRINE; scalar<Pictur> p = None;");
        List<Diagnostic> diagnostics =
                TypedefCompiler.compile(Typedefs.text(text)).diagnostics();

        assertThat(diagnostics)
                .extracting(diagnostic -> diagnostic.hint().orElseThrow())
                .containsExactly("Did you mean `ULTRAMARINE`?", "Did you mean `Picture`?");
        assertThat(diagnostics.get(0).reason()).endsWith("`COLOR_18`, `COLOR_19`, ….");
        assertThat(diagnostics.get(1).reason()).endsWith("`path`, and what is declared: `Hue`, `Picture`.");
    }

    @Test
    void aLongWayRoundIsShownWithAGap() {
        String text = IntStream.range(0, 30)
                .mapToObj(i -> "struct S" + i + " { scalar<S" + (i + 1) % 30 + "> next = None; };\n")
                .collect(Collectors.joining());
        List<Diagnostic> diagnostics =
                TypedefCompiler.compile(Typedefs.text(text)).diagnostics();

        assertThat(diagnostics)
                .singleElement()
                .extracting(Diagnostic::reason)
                .asString()
                .contains("`S0` → `S1` → `S2` → `S3` → `S4` → `S5` → `S6` → … → `S29` → `S0`");
    }

    @Test
    void aFileOfTypesAloneIsWell() {
        assertThat(Typedefs.model(Typedefs.text(TYPES)).tasks()).isEmpty();
    }

    private static Object initial(String type, String value) {
        return task("", "scalar<" + type + "> f = " + value + ";")
                .field("f")
                .orElseThrow()
                .initializer();
    }

    private static String canonical(String text) {
        return Typedefs.model(Typedefs.text(text)).tasks().get(0).canonicalText();
    }

    private static TaskType task(String types, String fields) {
        return Typedefs.model(Typedefs.text(types + Typedefs.with(fields)))
                .tasks()
                .get(0);
    }

    private static List<DiagnosticCode> codes(String types, String fields) {
        return Typedefs.codes(types + "\n" + Typedefs.with(fields));
    }
}
