package org.spmjava.dsl.check;

import java.util.List;
import java.util.Set;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredFile;

/** A user field can become a member of a Java class beside those that are there already. */
final class UserFieldsSuitJava implements Check {

    /** Members of every object, and those that payloads and their builders have beside the fields. */
    private static final Set<String> GENERATED = Set.of(
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "spm",
            "meta",
            "core",
            "stat",
            "build",
            "builder",
            "push",
            "tie",
            "done",
            "manage",
            "fingerprint",
            "readFrom",
            "writeTo");

    /** Members of every object, and those that structs have beside the fields. */
    private static final Set<String> GENERATED_IN_STRUCTS = Set.of(
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "of",
            "readFrom",
            "writeTo");

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        file.tasks().forEach(task -> check(task.userFields(), GENERATED, diagnostics));
        file.structs().forEach(struct -> check(struct.body().fields(), GENERATED_IN_STRUCTS, diagnostics));
    }

    private static void check(List<DeclaredField> fields, Set<String> generated, Diagnostics diagnostics) {
        for (DeclaredField field : fields) {
            String name = field.name().text();
            if (JavaWords.isKeyword(name)) {
                diagnostics.error(DiagnosticCode.JAVA_KEYWORD, field.name().span(), name);
            } else if (generated.contains(name) && !isMeantAsStruct(field)) {
                diagnostics.error(DiagnosticCode.GENERATED_NAME, field.name().span(), name);
            }
        }
    }

    /** With a type that was not understood, {@code spm} is more likely the system's struct than a field. */
    private static boolean isMeantAsStruct(DeclaredField field) {
        return field.name().text().equals("spm") && field.type().isEmpty();
    }
}
