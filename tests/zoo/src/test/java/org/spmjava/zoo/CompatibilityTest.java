package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Primitive;
import org.spmjava.api.closure.Compatibility;

/** The manual of the language says what goes with what, as the runtime has it, and the zoo shows all of it. */
class CompatibilityTest {

    private static final java.util.regex.Pattern TASK_MANAGER =
            java.util.regex.Pattern.compile("@TaskManager\\([^)]*\\)");

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

    @Test
    void everythingThatGoesTogetherIsManagedByARightProgram() {
        Set<Compatibility.Row> managed = Program.right().stream()
                .flatMap(program -> program.sources().stream())
                .flatMap(source -> TASK_MANAGER.matcher(Program.read(source)).results())
                .map(found -> chosen(found.group()))
                .collect(Collectors.toSet());

        assertThat(managed).containsExactlyInAnyOrderElementsOf(Compatibility.rows());
    }

    /** The first that goes with all that an annotation names. */
    private static Compatibility.Row chosen(String annotation) {
        String pattern = annotation.contains("Pattern.") ? annotation : "Pattern." + Pattern.LIST;
        return Compatibility.rows().stream()
                .filter(row -> names(pattern, "Pattern", row.pattern())
                        && (!annotation.contains("Policy.") || names(annotation, "Policy", row.policy()))
                        && (!annotation.contains("Grain.") || names(annotation, "Grain", row.grain())))
                .findFirst()
                .orElseThrow();
    }

    private static boolean names(String annotation, String type, Enum<?> constant) {
        return annotation.matches("(?s).*\\b" + type + "\\." + constant.name() + "\\b.*");
    }
}
