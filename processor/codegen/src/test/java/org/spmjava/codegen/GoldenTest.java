package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Pattern;
import org.spmjava.api.communication.HubLink;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.ValueType;

/** The generated text, whole. Run with {@code -Dgolden.update=true} to accept a change, and read the difference. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void theManagerOfAListWithAnEvaluatorReadsAsWrittenByHand() {
        ReturnType aLong = new ReturnType(Optional.of(new Scalar(ValueType.LONG)), false);

        compare(ManagerGenerator.generate(Typedefs.pinterp(Typedefs.PRIMES, aLong)));
    }

    @Test
    void theManagerOfATemplateThatAppliesAnApiReadsAsWrittenByHand() {
        compare(ManagerGenerator.generate(Typedefs.papply(Pattern.TEMPLATE)));
    }

    @Test
    void theManagerOfAnAggregateWhoseTasksAskTheHubReadsAsWrittenByHand() {
        ClassName largest = ClassName.get("demo", "Largest");
        compare(ManagerGenerator.generate(new ManagerSpec(
                        largest,
                        "Largest.spmtype",
                        Typedefs.task(Typedefs.PRIMES, Head.LIST).withHead(Head.AGGREGATE),
                        "demo.Largest#signature::Largest",
                        new Management("CENTRALIZED", "LIMITED", Optional.of(ClassName.get(HubLink.class))),
                        List.of(largest),
                        new ReturnType(Optional.of(new Scalar(ValueType.LONG)), false),
                        Typedefs.GENERATOR))
                .subList(1, 2));
    }

    @Test
    void theManagerOfARepeatedTemplateReadsAsWrittenByHand() {
        ClassName darts = ClassName.get("demo", "Darts");
        compare(ManagerGenerator.generate(new ManagerSpec(
                darts,
                "Darts.spmtype",
                Typedefs.task(Typedefs.withFields(""), Head.LIST).withHead(Head.TEMPLATE),
                "demo.Darts#signature::Darts",
                new Management("REPEAT", "COARSE", Optional.empty()),
                List.of(darts),
                ReturnType.NOTHING,
                Typedefs.GENERATOR)));
    }

    @Test
    void aTaskOfStructsEnumsAndEveryContainerReadsAsWrittenByHand() {
        String typedef = """
                # How fast it must be.
                enum Priority {
                  # Whenever there is time.
                  LOW,
                  HIGH
                };
                struct Point { scalar<double> x = deferred; scalar<double> y = 0.5; scalar<int[]> weights = None; };
                """
                + Typedefs.withFields("""
                scalar<Point> at = deferred;
                  scalar<bytes> data = None;
                  scalar<Priority> priority = HIGH;
                  tuple<Point> points = None;
                  list<string> names = None;
                  dict<int,Priority> byNumber = None;
                """)
                        .replace("timeout = deferred", "timeout = 10s")
                        .replace("struct stat { };", "struct stat { list<Point> returnValue = None; };");
        ReturnType points = new ReturnType(Optional.of(new Tuple(new NamedType("Point", NamedType.Kind.STRUCT))), true);
        ClassName orders = ClassName.get("demo", "Orders");

        compare(ManagerGenerator.generate(new ManagerSpec(
                orders,
                "Orders.spmtype",
                Typedefs.task(typedef, Head.LIST),
                "demo.Orders#signature::Orders",
                new Management("ISOLATED", "COARSE", Optional.empty()),
                List.of(orders),
                points,
                Typedefs.GENERATOR)));
    }

    private static void compare(List<JavaFile> files) {
        for (JavaFile file : files) {
            Path golden = GOLDEN.resolve(file.typeSpec().name() + ".java");
            try {
                if (Boolean.getBoolean("golden.update")) {
                    Files.writeString(golden, file.toString());
                }
                assertThat(file.toString()).isEqualTo(Files.readString(golden));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
