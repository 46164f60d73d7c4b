package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.ValueType;

/** A random model, printed in a random spelling, comes back as it was. */
class RoundTripTest {

    @Test
    void whatIsPrintedIsReadBack() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomTypedef drawn = new RandomTypedef(seed);
            Compilation compilation = compile(drawn);

            assertThat(DiagnosticRenderer.render(compilation.diagnostics()))
                    .as("seed %d:%n%s", seed, drawn.text())
                    .isEmpty();
            assertThat(compilation.file().orElseThrow().tasks())
                    .as("seed %d:%n%s", seed, drawn.text())
                    .extracting(TaskType::canonicalText)
                    .containsExactlyInAnyOrderElementsOf(drawn.canonicalTexts());
        }
    }

    @Test
    void theCanonicalTextOfWhatIsDrawnIsATypedefOfTheSameMeaning() {
        for (int seed = 0; seed < 500; seed++) {
            for (String canonical : new RandomTypedef(seed).canonicalTexts()) {
                TaskType task = Typedefs.model(Typedefs.text(canonical)).tasks().get(0);

                assertThat(task.canonicalText()).as("seed %d", seed).isEqualTo(canonical);
            }
        }
    }

    /** So that the tests above are about all of the language. */
    @Test
    void everythingIsDrawn() {
        StringBuilder all = new StringBuilder();
        for (int seed = 0; seed < 500; seed++) {
            RandomTypedef drawn = new RandomTypedef(seed);
            all.append(drawn.text());
            drawn.canonicalTexts().forEach(all::append);
        }
        Stream<String> words = Stream.of(ValueType.values()).map(ValueType::keyword);
        Stream<String> heads = Stream.of(Head.values()).map(Head::keyword);
        Stream<String> states = Stream.of(State.values()).map(State::keyword);
        Stream<String> others = Stream.of(
                "import",
                "enum",
                "struct",
                "::",
                "list",
                "tuple",
                "dict",
                "None",
                "deferred",
                "true",
                "false",
                "=-",
                "ns;",
                "d;",
                "e-",
                "E-",
                "\\n",
                "\\u0000",
                "\\\\",
                "\uFEFF",
                "\r\n",
                "><",
                ",>");

        assertThat(Stream.of(words, heads, states, others).flatMap(Function.identity()))
                .allMatch(word -> all.indexOf(word) >= 0);
    }

    @Test
    void theCanonicalTextIsATypedefOfTheSameMeaning() {
        TaskType task = Typedefs.model(Typedefs.primes()).tasks().get(0);
        TaskType again =
                Typedefs.model(Typedefs.text(task.canonicalText())).tasks().get(0);

        assertThat(again.canonicalText()).isEqualTo(task.canonicalText());
        assertThat(again.fingerprint()).isEqualTo(task.fingerprint());
    }

    private static Compilation compile(RandomTypedef drawn) {
        return TypedefCompiler.compile(Typedefs.text(drawn.text()), Typedefs.sources(drawn.imported()));
    }
}
