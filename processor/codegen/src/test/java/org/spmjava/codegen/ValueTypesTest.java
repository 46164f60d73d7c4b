package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.dsl.model.ValueType;

/** Every value type in every container, deferred or not, set or unset: what arrives equals what was pushed. */
class ValueTypesTest {

    private static final Set<ValueType> ARRAYS = EnumSet.of(
            ValueType.BYTES, ValueType.INT_ARRAY, ValueType.LONG_ARRAY, ValueType.DOUBLE_ARRAY, ValueType.BOOL_ARRAY);

    private static final List<String> KEYS = List.of("string", "stringSnippet", "int", "long");

    private static final String EVALUATOR =
            "final class Primes { static void taskEval(PrimesTask task) {} private Primes() {} }";

    /** Those that users' fields may have: code is named by {@code meta} alone. */
    static Stream<ValueType> valueTypes() {
        Set<ValueType> code = EnumSet.of(ValueType.API_METHOD, ValueType.MODULE);
        return EnumSet.complementOf(EnumSet.copyOf(code)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valueTypes")
    void everyContainerOfATypeArrivesAsItWasPushed(ValueType type) {
        FakeCloud cloud = new FakeCloud();

        Generated.run(cloud, Typedefs.pinterp(typedef(type), ReturnType.NOTHING), EVALUATOR, program(type));

        assertThat(cloud.pushed).hasSize(2);
        assertThat(cloud.arrived).isEqualTo(cloud.pushed);
        assertThat(cloud.arrived)
                .map(Object::hashCode)
                .isEqualTo(cloud.pushed.stream().map(Object::hashCode).toList());
        assertThat(cloud.arrived.get(0))
                .as("without and with the optional fields")
                .isNotEqualTo(cloud.arrived.get(1));
        if (!ARRAYS.contains(type)) {
            assertThat(cloud.arrived).asString().isEqualTo(cloud.pushed.toString());
        }
    }

    private static String typedef(ValueType type) {
        StringBuilder fields = new StringBuilder();
        for (String declaration : declarations(type)) {
            fields.append(declaration).append(" = deferred;\n");
            fields.append(declaration).append("Maybe = None;\n");
        }
        return Typedefs.withFields(fields.toString());
    }

    private static List<String> declarations(ValueType type) {
        String word = type.keyword();
        List<String> declarations = new ArrayList<>();
        declarations.add("scalar<%s> one".formatted(word));
        declarations.add("tuple<%s> many".formatted(word));
        for (String key : KEYS) {
            declarations.add("dict<%s,%s> by_%s".formatted(key, word, key));
        }
        return declarations;
    }

    private static String program(ValueType type) {
        return """
                public final class Main implements Generated.Program {
                    public Main() {}
                    @Override public Object run(FakeCloud cloud) {
                        PrimesManager manager = PrimesManager.define(cloud, status -> {});
                        PrimesTask.PushStage task = manager.task().label("all").module(PrimesTask.Module.PRIMES)
                                .timeout(Timeout.afterSeconds(1))%s;
                        task.push();
                        task%s.push();
                        return null;
                    }
                }
                """.formatted(setters("", type), setters("Maybe", type));
    }

    private static String setters(String suffix, ValueType type) {
        List<String> values = samples(type);
        String elements = String.join(", ", values);
        StringBuilder setters = new StringBuilder();
        setters.append(".one%s(%s)".formatted(suffix, values.get(0)));
        boolean varargs = type == ValueType.PATH;
        setters.append((varargs ? ".many%s(%s)" : ".many%s(List.of(%s))").formatted(suffix, elements));
        for (String key : KEYS) {
            setters.append(".by_%s%s(Map.of(%s, %s, %s, %s))"
                    .formatted(key, suffix, key(key, 1), values.get(0), key(key, 2), values.get(1)));
        }
        return setters.toString();
    }

    private static String key(String type, int number) {
        return switch (type) {
            case "int" -> "-" + number;
            case "long" -> number + "_000_000_000_000L";
            default -> "\"key " + number + "\"";
        };
    }

    private static List<String> samples(ValueType type) {
        return switch (type) {
            case STRING_SNIPPET, STRING, PATH -> List.of("\"\"", "\"Ünïcödé \\u0000 \\uD83D\\uDE00\"");
            case TIMEOUT -> List.of("Timeout.afterMillis(1500)", "new Timeout(Long.MAX_VALUE)");
            case BOOL -> List.of("true", "false");
            case AUTO, MIXED ->
                List.of(
                        "Mixed.of(List.of(Mixed.of(3), Mixed.of(3L), Mixed.of(-0.0), Mixed.of(new byte[] {1})))",
                        "Mixed.of(Map.of(\"nested\", Mixed.of(Duration.ofNanos(-1))))");
            case RECORD -> List.of("new SpmRecord(Map.of())", "new SpmRecord(Map.of(\"exitCode\", Mixed.of(-1)))");
            case INT -> List.of("Integer.MIN_VALUE", "127", "Integer.MAX_VALUE");
            case LONG -> List.of("Long.MIN_VALUE", "-1L", "Long.MAX_VALUE");
            case DOUBLE ->
                List.of("-0.0", "Double.NaN", "0.1", "Double.MIN_VALUE", "Double.NEGATIVE_INFINITY", "3.0", "0.0");
            case INT_ARRAY -> List.of("new int[] {Integer.MIN_VALUE, 0, 7}", "new int[0]");
            case LONG_ARRAY -> List.of("new long[] {Long.MIN_VALUE, 7}", "new long[0]");
            case DOUBLE_ARRAY -> List.of("new double[] {-0.0, 0.5, Double.NaN}", "new double[0]");
            case BOOL_ARRAY -> List.of("new boolean[] {true, false}", "new boolean[0]");
            case BYTES -> List.of("new byte[] {0, -1, 127}", "new byte[0]");
            case DURATION -> List.of("Duration.ofSeconds(3, 7)", "Duration.ofSeconds(Long.MIN_VALUE)");
            case API_METHOD, MODULE -> throw new IllegalArgumentException(type.keyword());
        };
    }
}
