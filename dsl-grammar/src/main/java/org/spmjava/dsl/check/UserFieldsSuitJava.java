package org.spmjava.dsl.check;

import java.util.Set;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** A user field can become a member of a Java class beside those that are there already. */
final class UserFieldsSuitJava implements TaskCheck {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

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

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        for (DeclaredField field : task.userFields()) {
            String name = field.name().text();
            if (KEYWORDS.contains(name)) {
                diagnostics.error(DiagnosticCode.JAVA_KEYWORD, field.name().span(), name);
            } else if (GENERATED.contains(name)) {
                diagnostics.error(DiagnosticCode.GENERATED_NAME, field.name().span(), name);
            }
        }
    }
}
