package org.spmjava.dsl.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.dsl.check.SpmSchema.Part;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredStruct;
import org.spmjava.dsl.resolve.DeclaredTask;

/** Tells what is missing from what is only misspelt, damaged or elsewhere, which is reported as such. */
final class Presence {

    private Presence() {}

    /** Each struct of {@code task} that is a part of {@code spm}, with what the system knows of it. */
    static Stream<FoundPart> parts(DeclaredTask task) {
        return task.spm().stream()
                .flatMap(spm -> spm.structs().stream())
                .flatMap(struct -> SpmSchema.PARTS.stream()
                        .filter(part -> part.name().equals(struct.name().text()))
                        .map(part -> new FoundPart(struct, part)));
    }

    record FoundPart(DeclaredStruct struct, Part part) {
        /** The name that an unknown field was probably meant to have. */
        Optional<String> meant(DeclaredField field) {
            return Suggestions.nearest(field.name().text(), part.fieldNames());
        }

        /** Whether the struct has {@code name}, or a mistake that may stand for it. */
        boolean mayHave(String name) {
            return struct.damaged()
                    || struct.field(name).isPresent()
                    || struct.fields().stream()
                            .filter(field -> part.field(field.name().text()).isEmpty())
                            .anyMatch(field -> meant(field).equals(Optional.of(name)));
        }
    }

    /** Whether {@code struct} has a struct {@code name}, or a mistake that may stand for it. */
    static boolean mayHaveStruct(DeclaredStruct struct, String name, List<String> known) {
        return struct.damaged()
                || struct.struct(name).isPresent()
                || struct.structs().stream()
                        .filter(inner -> !known.contains(inner.name().text()))
                        .anyMatch(inner ->
                                Suggestions.nearest(inner.name().text(), known).equals(Optional.of(name)));
    }
}
