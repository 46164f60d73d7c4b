package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Scalar;
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
        compare(ManagerGenerator.generate(Typedefs.papply(Head.TEMPLATE)));
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
