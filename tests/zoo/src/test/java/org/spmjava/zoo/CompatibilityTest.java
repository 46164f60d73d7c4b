package org.spmjava.zoo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Primitive;
import org.spmjava.api.closure.Compatibility;

/** The manual of the language says what goes with what, as the runtime has it. */
class CompatibilityTest {

    @Test
    void theManualListsWhatGoesTogether() {
        Manual.has(
                "compatibility",
                "| pattern | policy | grain | its evaluator takes beside the task |\n| --- | --- | --- | --- |\n"
                        + Compatibility.rows().stream()
                                .map(CompatibilityTest::row)
                                .collect(Collectors.joining()));
    }

    private static String row(Compatibility.Row row) {
        String head = "task<" + row.pattern().name().toLowerCase(Locale.ROOT) + ">";
        String handle =
                row.handle().map(type -> "`" + type.getSimpleName() + "`").orElse("nothing");
        return "| `" + head + "` | `" + row.policy() + "` | `" + row.grain() + "` | " + handle + " |\n";
    }

    @Test
    void theManualListsWhatEachGrainEnables() {
        Manual.has(
                "primitives",
                "| grain | primitives |\n| --- | --- |\n"
                        + Arrays.stream(Grain.values())
                                .map(grain ->
                                        "| `" + grain + "` | " + primitives(Compatibility.primitivesOf(grain)) + " |\n")
                                .collect(Collectors.joining()));
    }

    private static String primitives(Set<Primitive> enabled) {
        return enabled.isEmpty()
                ? "none"
                : enabled.stream().map(primitive -> "`" + primitive + "`").collect(Collectors.joining(", "));
    }
}
