package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.ValueType;

/** A random model, printed in a random spelling, comes back as it was. */
class RoundTripTest {

    private static final List<ValueType> DATA = List.of(
            ValueType.STRING_SNIPPET,
            ValueType.STRING,
            ValueType.TIMEOUT,
            ValueType.BOOL,
            ValueType.AUTO,
            ValueType.RECORD,
            ValueType.MIXED,
            ValueType.INT,
            ValueType.LONG,
            ValueType.DOUBLE,
            ValueType.BYTES,
            ValueType.DURATION,
            ValueType.PATH);
    private static final List<ValueType> KEYS =
            List.of(ValueType.STRING, ValueType.STRING_SNIPPET, ValueType.INT, ValueType.LONG);

    @Test
    void whatIsPrintedIsReadBack() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            StringBuilder canonical = new StringBuilder(header(random));
            StringBuilder text = new StringBuilder(spaced(canonical.toString(), random));
            for (int i = random.nextInt(10); i > 0; i--) {
                String type = type(random);
                String name = "f" + i + "_" + random.nextInt(10);
                String initializer = pick(List.of(Absence.values()), random).text();
                canonical
                        .append(type)
                        .append(' ')
                        .append(name)
                        .append('=')
                        .append(initializer)
                        .append(';');
                text.append(random.nextBoolean() ? type + " " + name : name + " :: " + type)
                        .append(spaced(" = " + initializer + " ; ", random));
            }
            canonical.append("};");
            text.append(random.nextBoolean() ? "}" : "};");

            TaskType task =
                    Typedefs.model(Typedefs.text(text.toString())).tasks().get(0);
            assertThat(task.canonicalText()).as("seed %d", seed).isEqualTo(canonical.toString());
        }
    }

    @Test
    void theCanonicalTextIsATypedefOfTheSameMeaning() {
        TaskType task = Typedefs.model(Typedefs.primes()).tasks().get(0);
        TaskType again =
                Typedefs.model(Typedefs.text(task.canonicalText())).tasks().get(0);

        assertThat(again.canonicalText()).isEqualTo(task.canonicalText());
        assertThat(again.fingerprint()).isEqualTo(task.fingerprint());
    }

    private static String header(Random random) {
        return "task<" + (random.nextBoolean() ? "list" : "template") + ">{struct spm{struct meta{"
                + "scalar<stringSnippet> label=deferred;scalar<module> module=deferred;scalar<timeout> timeout=deferred;};"
                + "struct core{};struct stat{scalar<auto> exception=None;};};";
    }

    private static String type(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "scalar<" + pick(DATA, random).keyword() + ">";
            case 1 -> "tuple<" + pick(DATA, random).keyword() + ">";
            default ->
                "dict<" + pick(KEYS, random).keyword() + ","
                        + pick(DATA, random).keyword() + ">";
        };
    }

    private static String spaced(String text, Random random) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            String space = pick(List.of("", " ", "\n", " # {;\n", "\t"), random);
            out.append("<>{};=,".indexOf(c) < 0 ? c : space + c + space);
        }
        return out.toString();
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
