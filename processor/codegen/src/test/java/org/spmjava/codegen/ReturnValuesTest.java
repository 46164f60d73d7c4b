package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.api.Timeout;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/** What an evaluator returns is what the status callback gets. */
class ReturnValuesTest {

    private static final String MAIN = """
            public final class Main implements Generated.Program {
                public Main() {}
                @Override public Object run(FakeCloud cloud) throws Exception {
                    List<Object> received = new ArrayList<>();
                    PrimesManager manager =
                            PrimesManager.define(cloud, status -> received.add(status.returnValue()));
                    manager.task().label("one").module(PrimesTask.Module.PRIMES)
                            .timeout(Timeout.afterSeconds(1)).push();
                    manager.manage(cloud.inter(), SpokeCount.DEFAULT, SpokeCount.DEFAULT,
                            Timeout.afterSeconds(1), Timeout.afterSeconds(1));
                    return received.get(0);
                }
            }
            """;

    static Stream<Arguments> primitives() {
        return Stream.of(
                Arguments.of("boolean", "true", ValueType.BOOL, true),
                Arguments.of("int", "-7", ValueType.INT, -7),
                Arguments.of("long", "1L << 40", ValueType.LONG, 1L << 40),
                Arguments.of("double", "-0.0", ValueType.DOUBLE, -0.0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("primitives")
    void aPrimitiveArrivesBoxed(String java, String value, ValueType type, Object expected) {
        assertThat(returned(java, value, new ReturnType(Optional.of(new Scalar(type)), false)))
                .isEqualTo(expected);
    }

    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of("Long", "3L", new Scalar(ValueType.LONG), 3L),
                Arguments.of("String", "\"text\"", new Scalar(ValueType.STRING), "text"),
                Arguments.of("Duration", "Duration.ofNanos(5)", new Scalar(ValueType.DURATION), Duration.ofNanos(5)),
                Arguments.of("Timeout", "new Timeout(9)", new Scalar(ValueType.TIMEOUT), new Timeout(9)),
                Arguments.of("Mixed", "Mixed.of(3L)", new Scalar(ValueType.MIXED), Mixed.of(3L)),
                Arguments.of(
                        "SpmRecord",
                        "new SpmRecord(Map.of(\"a\", Mixed.of(1)))",
                        new Scalar(ValueType.RECORD),
                        new SpmRecord(Map.of("a", Mixed.of(1)))),
                Arguments.of("List<String>", "List.of(\"a\", \"b\")", new Tuple(ValueType.STRING), List.of("a", "b")),
                Arguments.of(
                        "Map<Long, Double>",
                        "Map.of(1L, 0.5)",
                        new Dict(ValueType.LONG, ValueType.DOUBLE),
                        Map.of(1L, 0.5)),
                Arguments.of(
                        "Map<Integer, Boolean>",
                        "Map.of(-1, true)",
                        new Dict(ValueType.INT, ValueType.BOOL),
                        Map.of(-1, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void aReferenceArrivesAsItWas(String java, String value, Type type, Object expected) {
        assertThat(returned(java, value, nullable(type))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void nullTravelsWhereTheTypeIsAReference(String java, String value, Type type, Object expected) {
        assertThat(returned(java, "null", nullable(type))).isNull();
    }

    @Test
    void bytesArriveInContainersToo() {
        assertThat(returned("byte[]", "new byte[] {1, -1}", nullable(new Scalar(ValueType.BYTES))))
                .isEqualTo(new byte[] {1, -1});
        assertThat(returned("List<byte[]>", "List.of(new byte[] {7})", nullable(new Tuple(ValueType.BYTES))))
                .isInstanceOfSatisfying(
                        List.class,
                        list -> assertThat(Arrays.deepToString(list.toArray())).isEqualTo("[[7]]"));
    }

    @Test
    void anEvaluatorWithoutAResultDeliversNull() {
        String evaluator = "final class Primes { private Primes() {} static void taskEval(PrimesTask task) {} }";

        assertThat(Generated.run(Typedefs.pinterp(Typedefs.withFields(""), ReturnType.NOTHING), evaluator, MAIN))
                .isNull();
    }

    @Test
    void aSnippetThatIsTooLongDoesNotLeaveTheSpoke() {
        ReturnType snippet = nullable(new Scalar(ValueType.STRING_SNIPPET));

        assertThat(returned("String", "\"x\".repeat(34)", snippet)).isEqualTo("x".repeat(34));
        assertThatThrownBy(() -> returned("String", "\"x\".repeat(35)", snippet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("returnValue");
    }

    private static ReturnType nullable(Type type) {
        return new ReturnType(Optional.of(type), true);
    }

    private static Object returned(String java, String value, ReturnType type) {
        String evaluator = """
                final class Primes {
                    private Primes() {}
                    static %s taskEval(PrimesTask task) {
                        return %s;
                    }
                }
                """.formatted(java, value);
        return Generated.run(Typedefs.pinterp(Typedefs.withFields(""), type), evaluator, MAIN);
    }
}
